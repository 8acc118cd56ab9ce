package city.xueliang.placewatch.tally;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static city.xueliang.testing.Moments.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Place.Validity;
import city.xueliang.domain.tally.PlacePartial;
import city.xueliang.domain.tally.Tallies;
import city.xueliang.placewatch.harness.BroadcastHarness;
import city.xueliang.placewatch.intake.PlaceChange;
import city.xueliang.placewatch.intake.Position;
import city.xueliang.placewatch.registry.KnownZones;
import city.xueliang.testing.Town;
import java.time.Instant;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MergeGridsOperatorTest {
  private static final String ZONE = "school-belt";
  private static final String CITY = "630100";

  private BroadcastHarness<PlacePartial, PlaceChange, PlacePartial> merge;
  private long published;

  @BeforeEach
  void start() throws Exception {
    start(null);
  }

  @AfterEach
  void close() throws Exception {
    merge.close();
  }

  @Test
  void whenTheMinuteIsOverAGridAddsToItselfAndItsFourAncestors() throws Exception {
    crowd(NOON, 12);
    crowd(NOON, 3);
    merge.reach(minutes(1).minusMillis(2));
    assertThat(merge.output()).isEmpty();

    merge.reach(minutes(1).minusMillis(1));

    assertThat(merge.output())
        .containsExactlyInAnyOrder(
            partial(Town.GRID, Town.DISTRICT, NOON, 12, 3),
            partial("630105001001", Town.DISTRICT, NOON, 12, 3),
            partial("630105001", Town.DISTRICT, NOON, 12, 3),
            partial(Town.DISTRICT, Town.DISTRICT, NOON, 12, 3),
            partial(CITY, CITY, NOON, 12, 3));
  }

  @Test
  void aGridAddsToEveryZoneThatHoldsIt() throws Exception {
    zone(ZONE, minutes(-9), Town.GRID, Town.FAR_GRID);
    zone("chemical-park", minutes(-9), Town.GRID);
    zone("railway", minutes(-9), Town.NEXT_GRID);
    crowd(NOON, 12);

    merge.reach(minutes(1));

    assertThat(zones())
        .containsExactlyInAnyOrder(
            partial(ZONE, CITY, NOON, 12), partial("chemical-park", CITY, NOON, 12));
  }

  @Test
  void eachMinuteAddsToTheZonesOfThatTime() throws Exception {
    zone(ZONE, minutes(-9), Town.GRID);
    crowd(NOON, 1);
    crowd(minutes(1), 2);
    crowd(minutes(2), 3);
    zone(ZONE, seconds(61), Town.NEXT_GRID);

    merge.reach(minutes(3));

    assertThat(zones())
        .containsExactlyInAnyOrder(
            partial(ZONE, CITY, NOON, 1), partial(ZONE, CITY, minutes(1), 2));
  }

  @Test
  void aZoneHoldsItsGridsWhileItIsValid() throws Exception {
    merge.broadcast(
        new PlaceChange(
            ZONE,
            new Validity(minutes(1), minutes(2)),
            List.of(Town.GRID),
            new Position(1, NOON.toEpochMilli())));
    crowd(NOON, 1);
    crowd(minutes(1), 2);
    crowd(minutes(2), 3);

    merge.reach(minutes(3));

    assertThat(zones()).containsExactly(partial(ZONE, CITY, minutes(1), 2));
  }

  @Test
  void aZoneThatWasRemovedHeldItsGridsUntilThen() throws Exception {
    zone(ZONE, minutes(-9), Town.GRID);
    merge.broadcast(new PlaceChange(ZONE, null, new Position(99, minutes(1).toEpochMilli())));
    crowd(NOON, 1);
    crowd(minutes(1), 2);

    merge.reach(minutes(2));

    assertThat(zones()).containsExactly(partial(ZONE, CITY, NOON, 1));
  }

  @Test
  void anOlderEntryThatIsReadAgainChangesNoZone() throws Exception {
    zone(ZONE, minutes(-9), Town.GRID);
    zone(ZONE, minutes(-8), Town.NEXT_GRID);
    merge.broadcast(
        new PlaceChange(
            ZONE,
            Validity.ALWAYS,
            List.of(Town.GRID),
            new Position(0, minutes(-9).toEpochMilli())));
    crowd(NOON, 1);

    merge.reach(minutes(1));

    assertThat(zones()).isEmpty();
  }

  @Test
  void zonesAndWhatWasNotSentAreKnownAfterARestart() throws Exception {
    zone(ZONE, minutes(-9), Town.GRID);
    zone(ZONE, minutes(1), Town.NEXT_GRID);
    crowd(NOON, 1);
    crowd(minutes(1), 2);
    start(merge.stop());

    merge.reach(minutes(2));

    assertThat(zones()).containsExactly(partial(ZONE, CITY, NOON, 1));
    assertThat(merge.output()).hasSize(5 + 5 + 1);
  }

  @Test
  void aBurstOfLateRecordsWaitsForTheEndOfTheMinute() throws Exception {
    crowd(NOON, 12);
    merge.reach(minutes(30));
    int sent = merge.output().size();
    crowd(NOON, 1);
    merge.reach(minutes(30).plusSeconds(20));
    crowd(NOON, 2);
    merge.reach(minutes(31).minusMillis(2));
    assertThat(merge.output()).hasSize(sent);

    merge.reach(minutes(31).minusMillis(1));

    assertThat(merge.output()).hasSize(2 * sent);
    assertThat(merge.output()).contains(partial(CITY, CITY, NOON, 1, 2));
  }

  @Test
  void whatWasSentLeavesNothingBehind() throws Exception {
    crowd(NOON, 12);
    merge.reach(minutes(1));
    crowd(NOON, 12);
    merge.reach(minutes(2));

    assertThat(merge.keysWith("unsent")).isZero();
    assertThat(merge.timers()).isZero();
  }

  @Test
  void theEndOfAllInputSendsTheRest() throws Exception {
    crowd(NOON, 12);

    merge.reach(Long.MAX_VALUE);

    assertThat(merge.output()).hasSize(5);
  }

  private void start(OperatorSubtaskState state) throws Exception {
    merge =
        new BroadcastHarness<>(
            new MergeGrids(), List.of(KnownZones.STATE), PlacePartial::place, state);
  }

  private void crowd(Instant minute, int count) throws Exception {
    merge.send(partial(Town.GRID, Town.DISTRICT, minute, count));
  }

  private void zone(String code, Instant at, String... grids) throws Exception {
    merge.broadcast(
        new PlaceChange(
            code, Validity.ALWAYS, List.of(grids), new Position(published++, at.toEpochMilli())));
  }

  /** What went to zones. */
  private List<PlacePartial> zones() {
    return merge.output().stream()
        .filter(partial -> Character.isLetter(partial.place().charAt(0)))
        .toList();
  }

  private static PlacePartial partial(
      String place, String district, Instant minute, double... counts) {
    Tallies tallies = new Tallies();
    for (double count : counts) {
      tallies.add(Measure.CROWD_COUNT, count, 1);
    }
    return new PlacePartial(place, district, minute.toEpochMilli(), tallies);
  }
}
