package city.xueliang.feeds.replay;

import city.xueliang.domain.observation.EventTime;
import city.xueliang.feeds.replay.Moment.ClockChange;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the times of a column: by a pattern of {@link DateTimeFormatter}, or {@code iso}, {@code
 * epoch-seconds} or {@code epoch-millis}. A date without a time is the start of that day. An offset
 * in the text goes before the zone.
 */
final class TimeFormat implements Source.Reading<Moment> {
  private static final int MILLIS_PER_SECOND = 1_000;

  private final String pattern;
  private final Optional<ZoneId> zone;
  private final DateTimeFormatter formatter;

  /**
   * A format.
   *
   * @param zone of local times; may be absent only if {@link #needsZone} says so
   * @throws IllegalArgumentException if the pattern is none
   */
  TimeFormat(String pattern, Optional<ZoneId> zone) {
    this.pattern = pattern;
    this.zone = zone;
    this.formatter = isEpoch() ? null : formatter(pattern);
  }

  /** Whether what is written by this pattern is an instant only together with a zone. */
  boolean needsZone() {
    return !isEpoch() && !sample().isSupported(ChronoField.INSTANT_SECONDS);
  }

  /** Whether what is written by this pattern tells year, month and day. */
  boolean hasDate() {
    return isEpoch() || sample().query(TemporalQueries.localDate()) != null;
  }

  @Override
  public Moment read(String text) throws BadValueException {
    Moment moment;
    try {
      moment = isEpoch() ? Moment.of(epochMillis(text)) : moment(formatter.parse(text));
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      throw new BadValueException("time-unreadable", BadValueException.shown(text), pattern);
    }
    if (!EventTime.isPlausible(moment.epochMillis())) {
      throw new BadValueException(
          "time-implausible", BadValueException.shown(text), EventTime.EARLIEST, EventTime.LATEST);
    }
    return moment;
  }

  private Moment moment(TemporalAccessor parsed) throws BadValueException {
    if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
      return Moment.of(Instant.from(parsed).toEpochMilli());
    }
    if (zone.isEmpty()) {
      throw new BadValueException("time-without-zone");
    }
    LocalTime time = parsed.query(TemporalQueries.localTime());
    LocalDateTime local =
        LocalDateTime.of(LocalDate.from(parsed), time == null ? LocalTime.MIDNIGHT : time);
    return new Moment(local.atZone(zone.get()).toInstant().toEpochMilli(), changeAt(local));
  }

  private ClockChange changeAt(LocalDateTime local) {
    return switch (zone.orElseThrow().getRules().getValidOffsets(local).size()) {
      case 0 -> ClockChange.SKIPPED;
      case 1 -> ClockChange.NONE;
      default -> ClockChange.DOUBLED;
    };
  }

  private boolean isEpoch() {
    return pattern.equals("epoch-seconds") || pattern.equals("epoch-millis");
  }

  private long epochMillis(String text) {
    long number = Long.parseLong(text);
    return pattern.equals("epoch-millis") ? number : Math.multiplyExact(number, MILLIS_PER_SECOND);
  }

  private TemporalAccessor sample() {
    return formatter.parse(formatter.format(EventTime.EARLIEST.atZone(ZoneOffset.ofHours(8))));
  }

  private static DateTimeFormatter formatter(String pattern) {
    if (pattern.equals("iso")) {
      return DateTimeFormatter.ISO_DATE_TIME;
    }
    // strict, or 30 February would silently become the 28th; the era lets "yyyy" pass as a year
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .parseDefaulting(ChronoField.ERA, 1)
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
