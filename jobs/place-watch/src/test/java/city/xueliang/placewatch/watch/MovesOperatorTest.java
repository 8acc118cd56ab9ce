package city.xueliang.placewatch.watch;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static city.xueliang.testing.Moments.seconds;
import static city.xueliang.testing.TestingDevice.camera;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.tally.PlacePartial;
import city.xueliang.domain.tally.Tallies;
import city.xueliang.domain.tally.Tally;
import city.xueliang.placewatch.harness.DeviceHarness;
import city.xueliang.placewatch.intake.Rejection;
import city.xueliang.schemas.RejectReason;
import city.xueliang.testing.TestingObservation;
import city.xueliang.testing.Town;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Where a device counts that is moved from one grid to another, or whose grid changes its zones.
 */
class MovesOperatorTest {
  private static final Instant MOVE = minutes(10);

  /** The minute of the move began by then, and lateness and slack have passed since. */
  private static final Instant MOVE_IS_FORGOTTEN = minutes(10 + 60 + 10);

  private DeviceHarness watch;

  @BeforeEach
  void start() throws Exception {
    watch = DeviceHarness.start();
    watch.publishGrid(Town.GRID);
    watch.publishGrid(Town.NEXT_GRID);
    watch.publishGrid(Town.FAR_GRID);
    watch.publish(camera(Town.CAMERA));
    watch.endRegistry();
  }

  @AfterEach
  void close() throws Exception {
    watch.close();
  }

  @Test
  void aMovedDeviceCountsForItsNewGridSinceThatWasPublished() throws Exception {
    watch.publish(camera(Town.CAMERA).in(Town.NEXT_GRID), MOVE);

    watch.send(flameAt(MOVE));

    assertThat(grids()).containsExactly(Town.NEXT_GRID);
  }

  @Test
  void aRecordFromBeforeTheMoveCountsForTheOldGrid() throws Exception {
    watch.publish(camera(Town.CAMERA).in(Town.NEXT_GRID), MOVE);
    watch.send(flameAt(MOVE));

    watch.send(flameAt(MOVE.minusMillis(1)));

    assertThat(grids()).containsExactly(Town.NEXT_GRID, Town.GRID);
  }

  @Test
  void aMoveThatIsToldAfterwardsHoldsSinceItsEntrySays() throws Exception {
    watch.publish(camera(Town.CAMERA).in(Town.NEXT_GRID).since(MOVE), minutes(30));

    watch.send(flameAt(MOVE.minusMillis(1)));
    watch.send(flameAt(MOVE));

    assertThat(grids()).containsExactly(Town.GRID, Town.NEXT_GRID);
  }

  @Test
  void aMoveThatIsToldBeforehandHoldsSinceItsEntrySays() throws Exception {
    watch.publish(camera(Town.CAMERA).in(Town.NEXT_GRID).since(MOVE), NOON);

    watch.send(flameAt(MOVE.minusMillis(1)));
    watch.send(flameAt(MOVE));

    assertThat(grids()).containsExactly(Town.GRID, Town.NEXT_GRID);
  }

  @Test
  void allMovesOfAnHourAreKnown() throws Exception {
    watch.publish(camera(Town.CAMERA).in(Town.NEXT_GRID), minutes(10));
    watch.publish(camera(Town.CAMERA).in(Town.FAR_GRID), minutes(20));

    watch.send(flameAt(minutes(20)));
    watch.send(flameAt(minutes(19)));
    watch.send(flameAt(minutes(9)));

    assertThat(grids()).containsExactly(Town.FAR_GRID, Town.NEXT_GRID, Town.GRID);
  }

  @Test
  void aMoveIsKnownAfterARestart() throws Exception {
    watch.publish(camera(Town.CAMERA).in(Town.NEXT_GRID), MOVE);
    watch = watch.restart();

    watch.send(flameAt(NOON));
    watch.send(flameAt(MOVE));

    assertThat(grids()).containsExactly(Town.GRID, Town.NEXT_GRID);
  }

  @Test
  void theFormerGridIsForgottenAfterLatenessAndSlack() throws Exception {
    watch.publish(camera(Town.CAMERA).in(Town.NEXT_GRID), MOVE);

    watch.reach(MOVE_IS_FORGOTTEN.minusMillis(1));
    watch.send(flameAt(MOVE.minusMillis(1)));
    assertThat(watch.keysWith("device-moves")).isEqualTo(1);

    watch.reach(MOVE_IS_FORGOTTEN);
    assertThat(watch.keysWith("device-moves")).isZero();
    watch.send(flameAt(MOVE.minusMillis(1)));
    assertThat(grids()).containsExactly(Town.GRID);
    assertThat(watch.count("missed")).isEqualTo(1);
    assertThat(watch.rejections()).isEmpty();
  }

  @Test
  void aMoveWithinAMinuteIsKnownAsLongAsTheMinute() throws Exception {
    watch.publish(camera(Town.CAMERA).in(Town.NEXT_GRID), seconds(30));
    watch.reach(minutes(1 + 60 + 10).minusMillis(1));

    watch.send(flameAt(seconds(29)));

    assertThat(grids()).containsExactly(Town.GRID);
  }

  @Test
  void aLateRecordFromBeforeAForgottenMoveIsLate() throws Exception {
    watch.publish(camera(Town.CAMERA).in(Town.NEXT_GRID), MOVE);
    watch.reach(MOVE_IS_FORGOTTEN);

    watch.send(flameAt(NOON).receivedAfter(Duration.ofHours(2)));

    assertThat(watch.count("late")).isEqualTo(1);
    assertThat(watch.rejections()).isEmpty();
  }

  @Test
  void aRecordFromBeforeAllThatIsKnownIsRejected() throws Exception {
    watch.publish(camera(Town.camera(2)).since(MOVE));

    watch.send(TestingObservation.from(Town.camera(2), Measure.FLAME).at(MOVE.minusMillis(1)));

    assertThat(watch.output()).isEmpty();
    assertThat(watch.rejections())
        .extracting(Rejection::reason, Rejection::detail)
        .containsExactly(
            tuple(
                RejectReason.UNKNOWN_GRID,
                "device %s stands in grid %s since 2026-11-21T04:10:00Z, and its former grid is not known; the record occurred at 2026-11-21T04:09:59.999Z"
                    .formatted(Town.camera(2), Town.GRID)));
  }

  @Test
  void aDeviceThatMovesIsOneDeviceOfBothGridsAndOneOfTheirDistrict() throws Exception {
    watch.send(flameAt(NOON));
    watch.publish(camera(Town.CAMERA).in(Town.NEXT_GRID), seconds(10));

    watch.send(flameAt(seconds(10)));

    assertThat(watch.output()).extracting(GridObservation::firsts).containsExactly(7, 7);
    assertThat(watch.corrections())
        .containsExactlyInAnyOrder(
            oneLess("630105001001", Town.DISTRICT, 7),
            oneLess("630105001", Town.DISTRICT, 7),
            oneLess(Town.DISTRICT, Town.DISTRICT, 7),
            oneLess("630100", "630100", 7));
  }

  @Test
  void aDeviceThatMovedIsKnownToHaveBeenHeardAfterARestart() throws Exception {
    watch.send(flameAt(NOON));
    watch.publish(camera(Town.CAMERA).in(Town.FAR_GRID), seconds(10));
    watch = watch.restart();

    watch.send(flameAt(seconds(10)));

    assertThat(watch.corrections()).containsExactly(oneLess("630100", "630100", 7));
  }

  @Test
  void aDeviceThatMovesWithinAZoneIsOneOfTheZones() throws Exception {
    watch.publishZone("belt", List.of(Town.GRID, Town.FAR_GRID), NOON);
    watch.send(flameAt(NOON));
    watch.publish(camera(Town.CAMERA).in(Town.FAR_GRID), seconds(10));

    watch.send(flameAt(seconds(10)));

    assertThat(watch.corrections())
        .containsExactlyInAnyOrder(oneLess("630100", "630100", 7), oneLess("belt", "630100", 7));
  }

  @Test
  void aZoneThatTookTheGridInIsToldOfTheDevice() throws Exception {
    watch.publishZone("belt", List.of(Town.FAR_GRID), NOON);
    watch.send(flameAt(NOON));
    watch.publishZone("belt", List.of(Town.GRID), minutes(1));
    watch = watch.restart();

    watch.send(flameAt(minutes(1)));
    watch.send(flameAt(seconds(30)));

    assertThat(watch.output()).extracting(GridObservation::firsts).containsExactly(1, 0);
    Tallies tallies = new Tallies();
    tallies.merge(Measure.FLAME, Tally.devices(Measure.FLAME, 7, 1));
    assertThat(watch.corrections())
        .containsExactly(new PlacePartial("belt", "630100", minutes(1).toEpochMilli(), tallies));
  }

  private List<String> grids() {
    return watch.output().stream().map(GridObservation::grid).toList();
  }

  private static PlacePartial oneLess(String place, String district, int bits) {
    Tallies tallies = new Tallies();
    tallies.merge(Measure.FLAME, Tally.oneDeviceLess(Measure.FLAME, bits));
    return new PlacePartial(place, district, NOON.toEpochMilli(), tallies);
  }

  private static TestingObservation flameAt(Instant occurredAt) {
    return TestingObservation.from(Town.CAMERA, Measure.FLAME).at(occurredAt);
  }
}
