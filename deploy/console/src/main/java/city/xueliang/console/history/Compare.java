package city.xueliang.console.history;

import city.xueliang.domain.tally.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.OptionalLong;

/** Which span a series is of: the one that was asked for, or one before it on the calendar. */
public enum Compare {
  NONE(Period.ZERO),
  /** The same weekday and time of day a week before. */
  WEEK(Period.ofWeeks(1)),
  /** The same date and time of day a year before. */
  YEAR(Period.ofYears(1));

  private final Period before;

  Compare(Period before) {
    this.before = before;
  }

  /** The same time on the calendar, roughly where the calendar has none. */
  long roughlyBefore(long time, ZoneId zone) {
    return Instant.ofEpochMilli(time).atZone(zone).minus(before).toInstant().toEpochMilli();
  }

  /**
   * Start of the window that is held against the one with this start; nothing where the calendar
   * has none: an hour that was skipped when clocks went forward, and 29 February. Of an hour that
   * clocks showed twice, the first is held against the first.
   */
  OptionalLong before(Window window, long start, ZoneId zone) {
    if (this == NONE) {
      return OptionalLong.of(start);
    }
    ZonedDateTime shown = Instant.ofEpochMilli(start).atZone(zone);
    return window == Window.DAY ? day(shown.toLocalDate(), zone) : moment(shown, zone);
  }

  private OptionalLong day(LocalDate date, ZoneId zone) {
    LocalDate other = date.minus(before);
    return other.plus(before).equals(date)
        ? OptionalLong.of(other.atStartOfDay(zone).toInstant().toEpochMilli())
        : OptionalLong.empty();
  }

  private OptionalLong moment(ZonedDateTime shown, ZoneId zone) {
    LocalDateTime local = shown.toLocalDateTime();
    LocalDateTime other = local.minus(before);
    int which = zone.getRules().getValidOffsets(local).indexOf(shown.getOffset());
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(other);
    return other.plus(before).equals(local) && which < offsets.size()
        ? OptionalLong.of(other.toInstant(offsets.get(which)).toEpochMilli())
        : OptionalLong.empty();
  }
}
