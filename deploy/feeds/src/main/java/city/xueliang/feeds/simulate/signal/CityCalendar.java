package city.xueliang.feeds.simulate.signal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;

/**
 * Days and hours where the city is. The zone's offset is taken once, at the start. Not safe for use
 * by two threads at once.
 */
public final class CityCalendar {
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final double HOUR = Duration.ofHours(1).toMillis();
  private static final int WEEKDAY_OF_EPOCH = 3;
  private static final int SATURDAY = 5;

  private final long offset;
  private long lastDay = Long.MIN_VALUE;
  private boolean lastIsOff;

  public CityCalendar(ZoneId zone, Instant start) {
    this.offset = zone.getRules().getOffset(start).getTotalSeconds() * 1_000L;
  }

  /** Hour of the day with its fraction, at least 0 and below 24. */
  double hour(long epochMillis) {
    return Math.floorMod(epochMillis + offset, DAY) / HOUR;
  }

  /** Whether it is a weekend or a public festival. */
  boolean isDayOff(long epochMillis) {
    long day = Math.floorDiv(epochMillis + offset, DAY);
    if (day != lastDay) {
      lastDay = day;
      lastIsOff =
          Math.floorMod(day + WEEKDAY_OF_EPOCH, 7) >= SATURDAY
              || isFestival(LocalDate.ofEpochDay(day));
    }
    return lastIsOff;
  }

  /** The festivals with a fixed date: New Year, Labour Day week, National Day week. */
  private static boolean isFestival(LocalDate date) {
    MonthDay day = MonthDay.from(date);
    return day.equals(MonthDay.of(1, 1))
        || (date.getMonthValue() == 5 && date.getDayOfMonth() <= 5)
        || (date.getMonthValue() == 10 && date.getDayOfMonth() <= 7);
  }
}
