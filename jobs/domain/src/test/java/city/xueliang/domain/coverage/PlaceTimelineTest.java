package city.xueliang.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import city.xueliang.domain.place.Level;
import city.xueliang.domain.tally.Window;
import city.xueliang.domain.tally.Windows;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceTimelineTest {
  /** Three minutes before the day ends in Xining. */
  private static final long START = Instant.parse("2026-11-21T15:57:00Z").toEpochMilli();

  private static final long MINUTE = 60_000;
  private static final long HOUR_START = START - 57 * MINUTE;
  private static final long DAY_START = HOUR_START - 23 * 60 * MINUTE;

  private final Windows windows = Windows.in(ZoneId.of("Asia/Shanghai"));
  private final PlaceTimeline timeline = new PlaceTimeline("630105001", "630105");

  @Test
  void aMinuteIsToldAtItsEndWithItsHourAndDay() {
    add(DeviceStatus.HEARD, START + 1);

    assertThat(advance(START + MINUTE))
        .extracting(PlaceCoverage::window, PlaceCoverage::windowStart, PlaceCoverage::complete)
        .containsExactly(
            tuple(Window.MINUTE, START, true),
            tuple(Window.HOUR, HOUR_START, false),
            tuple(Window.DAY, DAY_START, false));
  }

  @Test
  void aRowSaysWhereItIs() {
    add(DeviceStatus.HEARD, START);

    PlaceCoverage row = advance(START + MINUTE).get(0);

    assertThat(row.place()).isEqualTo("630105001");
    assertThat(row.level()).isEqualTo(Level.STREET);
    assertThat(row.district()).isEqualTo("630105");
  }

  @Test
  void everyMinuteIsToldAlsoIfNothingChanges() {
    add(DeviceStatus.HEARD, START);

    assertThat(of(Window.MINUTE, advance(START + 3 * MINUTE)))
        .extracting(PlaceCoverage::windowStart)
        .containsExactly(START, START + MINUTE, START + 2 * MINUTE);
  }

  @Test
  void aDifferenceCountsFromTheEndOfItsMinuteOn() {
    add(DeviceStatus.HEARD, START + 2 * MINUTE);
    add(DeviceStatus.HEARD, START);

    assertThat(of(Window.MINUTE, advance(START + 3 * MINUTE)))
        .extracting(row -> row.minutes().expected())
        .containsExactly(1L, 1L, 2L);
  }

  @Test
  void theHourIsTheMeanOfItsMinutes() {
    add(DeviceStatus.HEARD, START);
    add(DeviceStatus.SILENT, START + MINUTE);
    add(DeviceStatus.CLOCK_WRONG, START + 2 * MINUTE);

    PlaceCoverage hour = of(Window.HOUR, advance(START + 3 * MINUTE)).get(0);

    assertThat(hour.complete()).isTrue();
    assertThat(hour.minutes().expected()).isEqualTo(2);
    assertThat(hour.minutes().heard()).isEqualTo(1);
    assertThat(hour.minutes().silent()).isEqualTo(1);
    assertThat(hour.minutes().clockWrong()).isZero();
    assertThat(hour.minutes().percent()).isEqualTo(50.0, within(1e-9));
    assertThat(hour.minutes().longestSilenceSeconds()).isEqualTo(3 * 60);
  }

  @Test
  void theDayEndsWhereTheCityIs() {
    add(DeviceStatus.HEARD, START);

    List<PlaceCoverage> days = of(Window.DAY, advance(START + 3 * MINUTE));
    List<PlaceCoverage> next = of(Window.DAY, advance(START + 4 * MINUTE));

    assertThat(days).extracting(PlaceCoverage::complete).containsExactly(true);
    assertThat(next).extracting(PlaceCoverage::windowStart).containsExactly(START + 3 * MINUTE);
    assertThat(next).extracting(row -> row.minutes().minutes()).containsExactly(1L);
  }

  @Test
  void theRunningMinuteCanBeToldBeforeItsEnd() {
    add(DeviceStatus.SILENT, START);

    PlaceCoverage running = timeline.running(START + 30_000);

    assertThat(running.complete()).isFalse();
    assertThat(running.windowStart()).isEqualTo(START);
    assertThat(running.minutes().longestSilenceSeconds()).isEqualTo(30);
    assertThat(running.minutes().percent()).isZero();
  }

  @Test
  void aMinuteThatWasToldIsCompletedAlsoWhenItsDeviceLeft() {
    add(DeviceStatus.HEARD, START);
    timeline.running(START + 1_000);
    timeline.take(START, Coverage.of(DeviceStatus.HEARD, 0).negated());

    List<PlaceCoverage> rows = advance(START + MINUTE);

    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).complete()).isTrue();
    assertThat(rows.get(0).minutes().expected()).isZero();
    assertThat(rows.get(0).minutes().percent()).isEqualTo(100);
    assertThat(timeline.isOver()).isTrue();
  }

  @Test
  void aPlaceWithoutDevicesIsOverWhenItsDayIs() {
    add(DeviceStatus.HEARD, START);
    advance(START + MINUTE);
    timeline.take(START + MINUTE, Coverage.of(DeviceStatus.HEARD, 0).negated());

    assertThat(advance(START + 2 * MINUTE)).isEmpty();
    assertThat(timeline.isOver()).isFalse();
    assertThat(advance(START + 3 * MINUTE))
        .extracting(PlaceCoverage::window)
        .containsExactly(Window.HOUR, Window.DAY);
    assertThat(timeline.isOver()).isTrue();
  }

  @Test
  void minutesThatNobodyWatchedHaveNoRows() {
    add(DeviceStatus.HEARD, START);

    List<PlaceCoverage> rows = timeline.advance(START + 90 * MINUTE + 1, 0, windows);

    assertThat(of(Window.MINUTE, rows))
        .extracting(PlaceCoverage::windowStart)
        .containsExactly(START);
    assertThat(timeline.nextEnd()).isEqualTo(START + 91 * MINUTE);
  }

  @Test
  void anHourThatEndedWhileNobodyWatchedIsCompletedAfterwards() {
    add(DeviceStatus.HEARD, START);
    timeline.advance(START + 90 * MINUTE, 0, windows);

    List<PlaceCoverage> hours = of(Window.HOUR, advance(START + 91 * MINUTE));

    assertThat(hours)
        .extracting(PlaceCoverage::windowStart, PlaceCoverage::complete)
        .containsExactly(tuple(HOUR_START, true), tuple(START + 63 * MINUTE, false));
  }

  @Test
  void ofALeapOnlyTheLastMinutesAreMadeUpFor() {
    add(DeviceStatus.HEARD, START);

    assertThat(of(Window.MINUTE, timeline.advance(START + 90 * MINUTE, 2, windows)))
        .extracting(PlaceCoverage::windowStart)
        .containsExactly(START, START + 88 * MINUTE, START + 89 * MINUTE);
  }

  @Test
  void nothingIsToldOfAPlaceOfWhichNothingIsKnown() {
    timeline.take(START, new Coverage());

    assertThat(timeline.isOver()).isTrue();
    assertThat(advance(START + MINUTE)).isEmpty();
  }

  private void add(DeviceStatus status, long at) {
    timeline.take(at - at % MINUTE, Coverage.of(status, START));
  }

  private List<PlaceCoverage> advance(long now) {
    return timeline.advance(now, 60, windows);
  }

  private static List<PlaceCoverage> of(Window window, List<PlaceCoverage> rows) {
    return rows.stream().filter(row -> row.window() == window).toList();
  }
}
