package city.xueliang.domain.tally;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Where event time is cut: minutes, and the hours and days of the city's time zone. A day can have
 * 23 or 25 hours where clocks are changed. All times are epoch milliseconds; starts are inclusive,
 * ends exclusive. Not for use by two threads at once.
 */
public final class Windows implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private final ZoneId zone;
  private final Cut hour = new Cut();
  private final Cut day = new Cut();

  private Windows(ZoneId zone) {
    this.zone = zone;
  }

  /** The windows of a city with this time zone. */
  public static Windows in(ZoneId zone) {
    return new Windows(zone);
  }

  public ZoneId zone() {
    return zone;
  }

  /** Start of the window in which a time lies. */
  public long startOf(Window window, long time) {
    return switch (window) {
      case MINUTE -> Minutes.startOf(time);
      case HOUR -> hourOf(time).start;
      case DAY -> dayOf(time).start;
    };
  }

  /** End of the window in which a time lies. */
  public long endOf(Window window, long time) {
    return switch (window) {
      case MINUTE -> Minutes.endOf(Minutes.startOf(time));
      case HOUR -> hourOf(time).end;
      case DAY -> dayOf(time).end;
    };
  }

  private Cut hourOf(long time) {
    if (!hour.holds(time)) {
      LocalDateTime shown = local(time).toLocalDateTime().truncatedTo(ChronoUnit.HOURS);
      ZonedDateTime start = local(time).truncatedTo(ChronoUnit.HOURS);
      ZonedDateTime next = shown.plusHours(1).atZone(zone);
      ZonedDateTime end = start.plusHours(1).isBefore(next) ? start.plusHours(1) : next;
      // Where clocks go back by half an hour, an hour's second half is shown twice.
      boolean isShownAgain = end.toInstant().toEpochMilli() <= time;
      hour.set(isShownAgain ? end : start, isShownAgain ? next : end);
    }
    return hour;
  }

  private Cut dayOf(long time) {
    if (!day.holds(time)) {
      ZonedDateTime start = local(time).toLocalDate().atStartOfDay(zone);
      day.set(start, start.toLocalDate().plusDays(1).atStartOfDay(zone));
    }
    return day;
  }

  private ZonedDateTime local(long time) {
    return Instant.ofEpochMilli(time).atZone(zone);
  }

  /** The window that was asked for last: most questions are about the same one. */
  private static final class Cut implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    private long start;
    private long end;

    private boolean holds(long time) {
      return time >= start && time < end;
    }

    private void set(ZonedDateTime from, ZonedDateTime to) {
      start = from.toInstant().toEpochMilli();
      end = to.toInstant().toEpochMilli();
    }
  }
}
