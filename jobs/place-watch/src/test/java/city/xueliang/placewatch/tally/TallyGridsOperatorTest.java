package city.xueliang.placewatch.tally;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static city.xueliang.testing.Moments.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.tally.PlaceMetric;
import city.xueliang.domain.tally.Tally;
import city.xueliang.domain.tally.Window;
import city.xueliang.placewatch.harness.KeyedHarness;
import city.xueliang.placewatch.watch.GridObservation;
import city.xueliang.testing.Town;
import java.time.Instant;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TallyGridsOperatorTest {
  private static final Instant LAST_OF_NOON = minutes(1).minusMillis(1);

  /** The minute of noon ended by then, and lateness and slack have passed since. */
  private static final Instant NOON_IS_FORGOTTEN = minutes(1 + 60 + 10);

  private KeyedHarness<GridObservation, PlaceMetric> tally;

  @BeforeEach
  void start() throws Exception {
    start(null);
  }

  @AfterEach
  void close() throws Exception {
    tally.close();
  }

  @Test
  void aMinuteIsSentWhenTheWatermarkPassesItsLastMillisecond() throws Exception {
    crowd(NOON, 12);
    tally.reach(LAST_OF_NOON.minusMillis(1));
    assertThat(tally.output()).isEmpty();

    tally.reach(LAST_OF_NOON);
    assertThat(tally.output()).containsExactly(crowdOf(NOON, 12));
  }

  @Test
  void aMinuteIsSentOnce() throws Exception {
    crowd(NOON, 12);
    tally.reach(minutes(1));

    tally.reach(minutes(2));
    tally.reach(NOON_IS_FORGOTTEN);

    assertThat(tally.output()).hasSize(1);
  }

  @Test
  void aRowHoldsAllOfItsMinute() throws Exception {
    crowd(seconds(59), 3);
    crowd(NOON, 12);
    crowd(minutes(1), 99);
    crowd(seconds(30), 7);

    tally.reach(LAST_OF_NOON);

    assertThat(tally.output()).containsExactly(crowdOf(NOON, 12, 7, 3));
  }

  @Test
  void eachMeasureHasARowOfItsOwn() throws Exception {
    crowd(NOON, 12);
    send(Town.GRID, Measure.FLAME, NOON, 0);
    send(Town.GRID, Measure.NOISE_DBA, NOON, 61.5);

    tally.reach(minutes(1));

    assertThat(tally.output())
        .containsExactlyInAnyOrder(
            crowdOf(NOON, 12),
            metric(Town.GRID, Measure.FLAME, NOON, 0),
            metric(Town.GRID, Measure.NOISE_DBA, NOON, 61.5));
  }

  @Test
  void eachGridHasRowsOfItsOwn() throws Exception {
    crowd(NOON, 12);
    send(Town.NEXT_GRID, Measure.CROWD_COUNT, NOON, 5);

    tally.reach(minutes(1));

    assertThat(tally.output())
        .containsExactlyInAnyOrder(
            crowdOf(NOON, 12), metric(Town.NEXT_GRID, Measure.CROWD_COUNT, NOON, 5));
  }

  @Test
  void allThatComesBetweenTwoWatermarksMakesOneWholeCorrection() throws Exception {
    crowd(NOON, 12);
    tally.reach(minutes(2));
    crowd(seconds(10), 5);
    crowd(seconds(20), 6);
    assertThat(tally.output()).hasSize(1);

    tally.reach(minutes(2).plusMillis(1));

    assertThat(tally.output()).containsExactly(crowdOf(NOON, 12), crowdOf(NOON, 12, 5, 6));
  }

  @Test
  void aRowThatWasSentDoesNotChange() throws Exception {
    crowd(NOON, 12);
    tally.reach(minutes(1));
    PlaceMetric sent = tally.output().get(0);

    crowd(seconds(1), 99);

    assertThat(sent).isEqualTo(crowdOf(NOON, 12));
  }

  @Test
  void onlyTheMeasureThatChangedIsCorrected() throws Exception {
    crowd(NOON, 12);
    send(Town.GRID, Measure.FLAME, NOON, 0);
    tally.reach(minutes(1));
    send(Town.GRID, Measure.FLAME, seconds(1), 0);
    tally.reach(minutes(2));

    assertThat(tally.output())
        .hasSize(3)
        .last()
        .isEqualTo(metric(Town.GRID, Measure.FLAME, NOON, 0, 0));
  }

  @Test
  void aRecordThatComesAfterTheMinuteEndedOpensItStill() throws Exception {
    tally.reach(minutes(30));
    crowd(NOON, 12);

    tally.reach(minutes(30).plusMillis(1));

    assertThat(tally.output()).containsExactly(crowdOf(NOON, 12));
  }

  @Test
  void aMinuteThatWasNotSentBeforeARestartIsSentWholeAfterIt() throws Exception {
    crowd(NOON, 12);
    restart();
    crowd(seconds(1), 5);

    tally.reach(minutes(1));

    assertThat(tally.output()).containsExactly(crowdOf(NOON, 12, 5));
  }

  @Test
  void aMinuteThatWasSentBeforeARestartIsNotSentAgain() throws Exception {
    crowd(NOON, 12);
    tally.reach(minutes(1));
    restart();

    tally.reach(minutes(30));
    tally.reach(NOON_IS_FORGOTTEN);

    assertThat(tally.output()).isEmpty();
  }

  @Test
  void aMinuteThatChangedAfterARestartIsSentWhole() throws Exception {
    crowd(NOON, 12);
    tally.reach(minutes(5));
    restart();
    crowd(seconds(1), 5);
    assertThat(tally.output()).isEmpty();

    tally.reach(minutes(5));

    assertThat(tally.output()).containsExactly(crowdOf(NOON, 12, 5));
  }

  @Test
  void aCorrectionThatWasNotSentBeforeARestartIsSentAfterIt() throws Exception {
    crowd(NOON, 12);
    tally.reach(minutes(5));
    crowd(seconds(1), 5);
    restart();

    tally.reach(minutes(6));

    assertThat(tally.output()).containsExactly(crowdOf(NOON, 12, 5));
  }

  @Test
  void theEndOfAllInputSendsWhatIsOpen() throws Exception {
    crowd(NOON, 12);

    tally.reach(Long.MAX_VALUE);

    assertThat(tally.output()).containsExactly(crowdOf(NOON, 12));
  }

  @Test
  void minutesAndTimersGoAfterLatenessAndSlack() throws Exception {
    crowd(NOON, 12);
    tally.reach(minutes(1));
    crowd(seconds(1), 5);
    restart();

    tally.reach(NOON_IS_FORGOTTEN.minusMillis(1));
    assertThat(tally.keysWith("minutes")).isEqualTo(1);

    tally.reach(NOON_IS_FORGOTTEN);
    assertThat(tally.keysWith("minutes")).isZero();
    assertThat(tally.timers()).isZero();
  }

  @Test
  void aWatermarkThatLeapsSendsEachMinuteAndForgetsItAtOnce() throws Exception {
    crowd(NOON, 12);
    crowd(minutes(1), 5);

    tally.reach(minutes(24 * 60));

    assertThat(tally.output()).containsExactlyInAnyOrder(crowdOf(NOON, 12), crowdOf(minutes(1), 5));
    assertThat(tally.keysWith("minutes")).isZero();
    assertThat(tally.timers()).isZero();
  }

  private void start(OperatorSubtaskState state) throws Exception {
    tally = new KeyedHarness<>(new TallyGrids(), GridObservation::grid, state);
  }

  private void restart() throws Exception {
    start(tally.stop());
  }

  private void crowd(Instant occurredAt, int count) throws Exception {
    send(Town.GRID, Measure.CROWD_COUNT, occurredAt, count);
  }

  private void send(String grid, Measure measure, Instant occurredAt, double value)
      throws Exception {
    tally.send(new GridObservation(grid, measure, occurredAt.toEpochMilli(), value, 1));
  }

  private static PlaceMetric crowdOf(Instant start, double... counts) {
    return metric(Town.GRID, Measure.CROWD_COUNT, start, counts);
  }

  /** Each value comes from a device of its own. */
  private static PlaceMetric metric(String grid, Measure measure, Instant start, double... values) {
    Tally tally = Tally.empty(measure);
    for (double value : values) {
      tally.add(value, 1);
    }
    return new PlaceMetric(
        grid,
        Level.GRID,
        grid.substring(0, 6),
        measure,
        Window.MINUTE,
        start.toEpochMilli(),
        true,
        tally);
  }
}
