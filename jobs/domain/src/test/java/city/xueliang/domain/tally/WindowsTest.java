package city.xueliang.domain.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class WindowsTest {
  private static final Windows XINING = Windows.in(ZoneId.of("Asia/Shanghai"));
  private static final Windows MELBOURNE = Windows.in(ZoneId.of("Australia/Melbourne"));
  private static final Windows KATHMANDU = Windows.in(ZoneId.of("Asia/Kathmandu"));
  private static final Windows LORD_HOWE = Windows.in(ZoneId.of("Australia/Lord_Howe"));
  private static final long FROM = 946_684_800_000L;
  private static final long TO = 4_102_444_800_000L;

  @Test
  void aDayBeginsAtTheCitysMidnight() {
    long evening = millis("2026-11-21T17:30:00Z");

    assertThat(XINING.startOf(Window.DAY, evening)).isEqualTo(millis("2026-11-21T16:00:00Z"));
    assertThat(XINING.endOf(Window.DAY, evening)).isEqualTo(millis("2026-11-22T16:00:00Z"));
  }

  @Test
  void theLastMillisecondOfADayIsInIt() {
    long last = millis("2026-11-21T16:00:00Z") - 1;

    assertThat(XINING.endOf(Window.DAY, last)).isEqualTo(last + 1);
    assertThat(XINING.startOf(Window.DAY, last + 1)).isEqualTo(last + 1);
  }

  @Test
  void hoursBeginAtFullOnesOfTheCitysClock() {
    assertThat(KATHMANDU.startOf(Window.HOUR, millis("2026-11-21T12:20:00Z")))
        .isEqualTo(millis("2026-11-21T12:15:00Z"));
  }

  @Test
  void aDayOnWhichClocksChangeIsAnHourShorterOrLonger() {
    long spring = millis("2026-10-04T02:00:00Z");
    long autumn = millis("2026-04-05T02:00:00Z");

    assertThat(lengthOfDay(MELBOURNE, spring)).isEqualTo(Duration.ofHours(23));
    assertThat(lengthOfDay(MELBOURNE, autumn)).isEqualTo(Duration.ofHours(25));
  }

  @Test
  void theHourThatClocksShowTwiceIsTwoHours() {
    long first = millis("2026-04-04T15:30:00Z");
    long second = millis("2026-04-04T16:30:00Z");

    assertThat(MELBOURNE.startOf(Window.HOUR, second))
        .isEqualTo(MELBOURNE.endOf(Window.HOUR, first));
  }

  @Test
  void halfAnHourThatIsShownTwiceOrNeverLeavesNoGap() {
    for (String change : new String[] {"2026-04-04T15:00:00Z", "2026-10-03T15:30:00Z"}) {
      long from = millis(change) - Duration.ofHours(3).toMillis();
      for (long time = from; time < from + Duration.ofHours(6).toMillis(); time += 60_000) {
        long end = LORD_HOWE.endOf(Window.HOUR, time);

        assertThat(LORD_HOWE.startOf(Window.HOUR, time)).isLessThanOrEqualTo(time);
        assertThat(end).isGreaterThan(time);
        assertThat(LORD_HOWE.startOf(Window.HOUR, end)).isEqualTo(end);
      }
    }
  }

  @Property
  void everyWindowHoldsItsTimeAndMeetsTheNext(@ForAll @LongRange(min = FROM, max = TO) long time) {
    for (Windows windows : new Windows[] {XINING, MELBOURNE, KATHMANDU, LORD_HOWE}) {
      for (Window length : Window.values()) {
        long start = windows.startOf(length, time);
        long end = windows.endOf(length, time);

        assertThat(time).isGreaterThanOrEqualTo(start).isLessThan(end);
        assertThat(windows.startOf(length, end)).isEqualTo(end);
        assertThat(windows.endOf(length, start - 1)).isEqualTo(start);
      }
    }
  }

  @Property
  void hoursAreMadeOfWholeMinutesAndDaysOfWholeHours(
      @ForAll @LongRange(min = FROM, max = TO) long time) {
    for (Windows windows : new Windows[] {XINING, MELBOURNE, KATHMANDU, LORD_HOWE}) {
      long minute = windows.startOf(Window.MINUTE, time);
      long hour = windows.startOf(Window.HOUR, time);

      assertThat(windows.startOf(Window.HOUR, minute)).isEqualTo(hour);
      assertThat(windows.startOf(Window.DAY, hour)).isEqualTo(windows.startOf(Window.DAY, time));
    }
  }

  @Test
  void eachWindowHasABitOfItsOwn() {
    for (Window window : Window.values()) {
      assertThat(Window.ofBit(window.bit())).isEqualTo(window);
    }
    assertThatThrownBy(() -> Window.ofBit(3)).hasMessage("No window has the bit 3");
  }

  private static Duration lengthOfDay(Windows windows, long time) {
    return Duration.ofMillis(windows.endOf(Window.DAY, time) - windows.startOf(Window.DAY, time));
  }

  private static long millis(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }
}
