package city.xueliang.placewatch.tally;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.tally.PlaceMetric;
import city.xueliang.domain.tally.PlacePartial;
import city.xueliang.domain.tally.Tallies;
import city.xueliang.domain.tally.Tally;
import city.xueliang.domain.tally.Window;
import city.xueliang.placewatch.harness.KeyedHarness;
import city.xueliang.testing.Town;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RollUpPlacesOperatorTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant MIDNIGHT = minutes(12 * 60);

  /** Lateness, slack and what a correction may wait for. */
  private static final Duration KEPT = Duration.ofMinutes(60 + 10 + 2);

  private KeyedHarness<PlacePartial, PlaceMetric> rollUp;

  @BeforeEach
  void start() throws Exception {
    start(null);
  }

  @AfterEach
  void close() throws Exception {
    rollUp.close();
  }

  @Test
  void aMinuteIsSentWhenTheWatermarkPassesItsLastMillisecond() throws Exception {
    crowd(NOON, 12);
    rollUp.reach(minutes(1).minusMillis(2));
    assertThat(minuteRows()).isEmpty();

    rollUp.reach(minutes(1).minusMillis(1));
    assertThat(minuteRows()).containsExactly(row(Window.MINUTE, NOON, true, 12));
  }

  @Test
  void partialsOfAMinuteMakeOneRow() throws Exception {
    crowd(NOON, 12);
    crowd(NOON, 3);
    crowd(minutes(1), 99);

    rollUp.reach(minutes(1));

    assertThat(minuteRows()).containsExactly(row(Window.MINUTE, NOON, true, 12, 3));
  }

  @Test
  void partialsThatComeAfterTheEndWaitForEachOther() throws Exception {
    rollUp.reach(minutes(1));
    crowd(NOON, 12);
    crowd(NOON, 3);
    assertThat(minuteRows()).isEmpty();

    rollUp.reach(minutes(1).plusMillis(1));

    assertThat(minuteRows()).containsExactly(row(Window.MINUTE, NOON, true, 12, 3));
  }

  @Test
  void aCorrectionIsTheWholeRowOfEveryWindow() throws Exception {
    Instant last = MIDNIGHT.minusSeconds(60);
    crowd(last, 12);
    rollUp.reach(MIDNIGHT);
    int sent = rollUp.output().size();

    crowd(last, 5);
    rollUp.reach(MIDNIGHT.plusMillis(1));

    assertThat(rollUp.output().subList(sent, rollUp.output().size()))
        .containsExactlyInAnyOrder(
            row(Window.MINUTE, last, true, 12, 5),
            row(Window.HOUR, MIDNIGHT.minus(Duration.ofHours(1)), true, 12, 5),
            row(Window.DAY, MIDNIGHT.minus(Duration.ofDays(1)), true, 12, 5));
  }

  @Test
  void onlyTheMeasureThatChangedIsCorrected() throws Exception {
    crowd(NOON, 12);
    send(Town.GRID, Measure.FLAME, NOON, 0);
    rollUp.reach(minutes(1));

    send(Town.GRID, Measure.FLAME, NOON, 0);
    rollUp.reach(minutes(2));

    assertThat(minuteRows()).hasSize(3);
    assertThat(minuteRows().get(2).measure()).isEqualTo(Measure.FLAME);
  }

  @Test
  void anHourIsTheSumOfItsMinutes() throws Exception {
    crowd(NOON, 12);
    crowd(minutes(59), 3);
    crowd(minutes(60), 99);

    rollUp.reach(minutes(60));

    assertThat(complete(Window.HOUR)).containsExactly(row(Window.HOUR, NOON, true, 12, 3));
  }

  @Test
  void aDayEndsAtTheCitysMidnight() throws Exception {
    crowd(MIDNIGHT.minusSeconds(60), 12);
    crowd(MIDNIGHT, 3);

    rollUp.reach(MIDNIGHT);

    assertThat(complete(Window.DAY))
        .containsExactly(row(Window.DAY, MIDNIGHT.minus(Duration.ofDays(1)), true, 12));
  }

  @Test
  void anOpenHourAndDayAreSentSoonAndMarkedIncomplete() throws Exception {
    crowd(NOON, 12);
    rollUp.pass(Duration.ofSeconds(5));

    assertThat(rollUp.output())
        .containsExactlyInAnyOrder(
            row(Window.HOUR, NOON, false, 12),
            row(Window.DAY, MIDNIGHT.minus(Duration.ofDays(1)), false, 12));
  }

  @Test
  void anOpenHourThatDidNotChangeIsNotSentAgain() throws Exception {
    crowd(NOON, 12);
    rollUp.pass(Duration.ofSeconds(5));
    int sent = rollUp.output().size();

    rollUp.pass(Duration.ofMinutes(5));

    assertThat(rollUp.output()).hasSize(sent);
  }

  @Test
  void minutesThatComeTogetherMakeOneRowOfTheOpenHour() throws Exception {
    for (int minute = 0; minute < 30; minute++) {
      crowd(minutes(minute), 1);
    }
    rollUp.pass(Duration.ofSeconds(5));

    assertThat(rows(Window.HOUR)).hasSize(1).allMatch(row -> row.tally().count() == 30);
  }

  @Test
  void anHourThatEndsIsSentAsCompleteThoughNothingChangedSince() throws Exception {
    crowd(NOON, 12);
    rollUp.pass(Duration.ofSeconds(5));

    rollUp.reach(minutes(60));

    assertThat(complete(Window.HOUR)).containsExactly(row(Window.HOUR, NOON, true, 12));
  }

  @Test
  void anHourThatWasSentAsCompleteIsNeverIncompleteAgain() throws Exception {
    crowd(NOON, 12);
    rollUp.reach(minutes(60));
    crowd(NOON, 3);

    rollUp.pass(Duration.ofSeconds(5));

    assertThat(rows(Window.HOUR)).containsExactly(row(Window.HOUR, NOON, true, 12));
  }

  @Test
  void everyLevelHasRows() throws Exception {
    List<String> places = List.of("630100", "630105", "630105001", "630105001001", "school-belt");
    for (String place : places) {
      rollUp.send(partial(place, "630100", Measure.FLAME, NOON, 0));
    }

    rollUp.reach(minutes(1));

    assertThat(minuteRows())
        .extracting(PlaceMetric::level)
        .containsExactlyInAnyOrder(
            Level.CITY, Level.DISTRICT, Level.STREET, Level.COMMUNITY, Level.ZONE);
    assertThat(minuteRows()).extracting(PlaceMetric::district).containsOnly("630100");
  }

  @Test
  void afterARestartAFinishedWindowIsNotSentWithPartOfItsData() throws Exception {
    crowd(NOON, 12);
    rollUp.reach(minutes(60));
    restart();

    crowd(NOON, 5);
    rollUp.reach(minutes(60));

    assertThat(minuteRows()).containsExactly(row(Window.MINUTE, NOON, true, 12, 5));
    assertThat(rows(Window.HOUR)).containsExactly(row(Window.HOUR, NOON, true, 12, 5));
  }

  @Test
  void whatWasNotSentBeforeARestartIsSentAfterIt() throws Exception {
    crowd(NOON, 12);
    restart();

    rollUp.reach(minutes(1));

    assertThat(minuteRows()).containsExactly(row(Window.MINUTE, NOON, true, 12));
  }

  @Test
  void theEndOfAllInputSendsWhatIsOpen() throws Exception {
    crowd(NOON, 12);

    rollUp.reach(Long.MAX_VALUE);

    assertThat(rollUp.output())
        .hasSize(3)
        .allMatch(row -> row.complete() && row.tally().count() == 1);
  }

  @Test
  void minutesHoursAndDaysGoAfterTheirLatenessAndThenNothingIsLeft() throws Exception {
    crowd(NOON, 12);
    rollUp.reach(minutes(1));
    crowd(NOON, 5);
    restart();

    assertGone("minutes", minutes(1).plus(KEPT));
    assertGone("hours", minutes(60).plus(KEPT));
    assertThat(rollUp.keysWith("district")).isEqualTo(1);
    assertGone("days", MIDNIGHT.plus(KEPT));
    assertThat(rollUp.keysWith("district")).isZero();
    assertThat(rollUp.timers()).isZero();
  }

  @Test
  void aWatermarkThatLeapsSendsEachWindowAndForgetsItAtOnce() throws Exception {
    crowd(NOON, 12);
    crowd(minutes(1), 5);

    rollUp.reach(minutes(3 * 24 * 60));

    assertThat(minuteRows()).hasSize(2);
    assertThat(rollUp.output()).hasSize(4).allMatch(PlaceMetric::complete);
    assertThat(rollUp.keysWith("days")).isZero();
    assertThat(rollUp.timers()).isZero();
  }

  private void assertGone(String state, Instant when) throws Exception {
    rollUp.reach(when.minusMillis(1));
    assertThat(rollUp.keysWith(state)).isEqualTo(1);
    rollUp.reach(when);
    assertThat(rollUp.keysWith(state)).isZero();
  }

  private void start(OperatorSubtaskState state) throws Exception {
    rollUp = new KeyedHarness<>(new RollUpPlaces(ZONE), PlacePartial::place, state);
  }

  private void restart() throws Exception {
    start(rollUp.stop());
  }

  private List<PlaceMetric> minuteRows() {
    return rows(Window.MINUTE);
  }

  private List<PlaceMetric> rows(Window window) {
    return rollUp.output().stream().filter(row -> row.window() == window).toList();
  }

  private List<PlaceMetric> complete(Window window) {
    return rows(window).stream().filter(PlaceMetric::complete).toList();
  }

  private void crowd(Instant occurredAt, int count) throws Exception {
    send(Town.GRID, Measure.CROWD_COUNT, occurredAt, count);
  }

  private void send(String place, Measure measure, Instant minute, double value) throws Exception {
    rollUp.send(partial(place, Town.DISTRICT, measure, minute, value));
  }

  private static PlacePartial partial(
      String place, String district, Measure measure, Instant minute, double value) {
    Tallies tallies = new Tallies();
    tallies.add(measure, value, 7);
    return new PlacePartial(place, district, minute.toEpochMilli(), tallies);
  }

  /** Each value comes from a device of its own. */
  private static PlaceMetric row(Window window, Instant start, boolean complete, double... counts) {
    Tally tally = Tally.empty(Measure.CROWD_COUNT);
    for (double count : counts) {
      tally.add(count, 7);
    }
    return new PlaceMetric(
        Town.GRID,
        Level.GRID,
        Town.DISTRICT,
        Measure.CROWD_COUNT,
        window,
        start.toEpochMilli(),
        complete,
        tally);
  }
}
