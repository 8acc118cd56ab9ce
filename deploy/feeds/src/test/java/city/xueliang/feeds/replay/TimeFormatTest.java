package city.xueliang.feeds.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.xueliang.feeds.replay.Moment.ClockChange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeFormatTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");

  @ParameterizedTest
  @CsvSource({
    "yyyy-MM-dd HH:mm:ss, 2026-03-02 08:00:00, 2026-03-02T00:00:00Z",
    "uuuu/M/d H:mm, 2026/3/2 8:00, 2026-03-02T00:00:00Z",
    "dd/MM/yyyy hh:mm:ss a Z, 02/03/2026 12:39:50 PM +0000, 2026-03-02T12:39:50Z",
    "dd MMM yyyy, 02 Mar 2026, 2026-03-01T16:00:00Z",
    "iso, 2026-03-02T08:00, 2026-03-02T00:00:00Z",
    "iso, 2026-03-02T08:00:00Z, 2026-03-02T08:00:00Z",
    "epoch-seconds, 1772409600, 2026-03-02T00:00:00Z",
    "epoch-millis, 1772409600123, 2026-03-02T00:00:00.123Z"
  })
  void readsTimesByTheirPattern(String pattern, String text, Instant instant)
      throws BadValueException {
    TimeFormat format = new TimeFormat(pattern, Optional.of(SHANGHAI));

    assertThat(format.read(text)).isEqualTo(Moment.of(instant.toEpochMilli()));
  }

  @Test
  void aTimeThatTheClocksJumpedOverIsMovedOnAndTold() throws BadValueException {
    Moment moment = melbourne("2014-10-05 02:30");

    assertThat(moment.change()).isEqualTo(ClockChange.SKIPPED);
    assertThat(moment).extracting(Moment::epochMillis).isEqualTo(millis("2014-10-04T16:30:00Z"));
    assertThat(melbourne("2014-10-05 03:30").epochMillis()).isEqualTo(moment.epochMillis());
  }

  @Test
  void aTimeThatTheClocksShowedTwiceIsTheFirstAndTold() throws BadValueException {
    Moment moment = melbourne("2014-04-06 02:30");

    assertThat(moment.change()).isEqualTo(ClockChange.DOUBLED);
    assertThat(moment.epochMillis()).isEqualTo(millis("2014-04-05T15:30:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-30 08:00:00", "2026-03-02", "2026-03-02 24:00:00", "noon"})
  void whatIsNoSuchTimeIsRefused(String text) {
    TimeFormat format = new TimeFormat("yyyy-MM-dd HH:mm:ss", Optional.of(SHANGHAI));

    assertThatThrownBy(() -> format.read(text)).hasMessage("time-unreadable");
  }

  @Test
  void aTimeFromAnotherCenturyIsRefused() {
    TimeFormat format = new TimeFormat("epoch-seconds", Optional.empty());

    assertThatThrownBy(() -> format.read("0")).hasMessage("time-implausible");
    assertThatThrownBy(() -> format.read("9223372036854775807")).hasMessage("time-unreadable");
  }

  @Test
  void anIsoTimeWithoutOffsetNeedsAZone() {
    TimeFormat format = new TimeFormat("iso", Optional.empty());

    assertThatThrownBy(() -> format.read("2026-03-02T08:00")).hasMessage("time-without-zone");
  }

  private static Moment melbourne(String text) throws BadValueException {
    return new TimeFormat("yyyy-MM-dd HH:mm", Optional.of(MELBOURNE)).read(text);
  }

  private static long millis(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }
}
