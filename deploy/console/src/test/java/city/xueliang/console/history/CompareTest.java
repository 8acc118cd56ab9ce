package city.xueliang.console.history;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.tally.Window;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "NONE, HOUR, 2026-11-21T12:00+08:00, 2026-11-21T12:00+08:00",
    "WEEK, MINUTE, 2026-11-21T12:34+08:00, 2026-11-14T12:34+08:00",
    "WEEK, HOUR, 2026-03-02T00:00+08:00, 2026-02-23T00:00+08:00",
    "WEEK, DAY, 2026-01-03T00:00+08:00, 2025-12-27T00:00+08:00",
    "YEAR, HOUR, 2026-11-21T12:00+08:00, 2025-11-21T12:00+08:00",
    "YEAR, DAY, 2025-03-01T00:00+08:00, 2024-03-01T00:00+08:00",
    "YEAR, DAY, 2024-02-28T00:00+08:00, 2023-02-28T00:00+08:00",
  })
  void aWindowIsHeldAgainstThatOfTheSameDateOrWeekday(
      Compare compare, Window window, OffsetDateTime start, OffsetDateTime other) {
    assertThat(compare.before(window, millis(start), SHANGHAI)).hasValue(millis(other));
  }

  @ParameterizedTest
  @CsvSource({
    "DAY, 2024-02-29T00:00+08:00",
    "HOUR, 2024-02-29T13:00+08:00",
    "MINUTE, 2028-02-29T23:59+08:00"
  })
  void aLeapDayHasNoneAYearBefore(Window window, OffsetDateTime start) {
    assertThat(Compare.YEAR.before(window, millis(start), SHANGHAI)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // Clocks go forward on 29 March 2026 and back on 25 October 2026.
    "HOUR, 2026-03-30T12:00+02:00, 2026-03-23T12:00+01:00",
    "DAY, 2026-03-30T00:00+02:00, 2026-03-23T00:00+01:00",
    "DAY, 2026-10-26T00:00+01:00, 2026-10-19T00:00+02:00",
    "HOUR, 2026-10-25T02:00+02:00, 2026-10-18T02:00+02:00",
    "HOUR, 2026-11-01T02:00+01:00, 2026-10-25T02:00+02:00"
  })
  void clocksThatAreChangedDoNotMoveTheTimeOfDay(
      Window window, OffsetDateTime start, OffsetDateTime other) {
    assertThat(Compare.WEEK.before(window, millis(start), BERLIN)).hasValue(millis(other));
  }

  @ParameterizedTest
  @CsvSource({
    // Skipped a week before.
    "2026-04-05T02:00+02:00",
    // Shown a second time, but once only a week before.
    "2026-10-25T02:00+01:00"
  })
  void anHourThatClocksDidNotShowHasNone(OffsetDateTime start) {
    assertThat(Compare.WEEK.before(Window.HOUR, millis(start), BERLIN)).isEmpty();
  }

  private static long millis(OffsetDateTime time) {
    return time.toInstant().toEpochMilli();
  }
}
