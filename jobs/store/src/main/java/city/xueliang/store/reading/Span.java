package city.xueliang.store.reading;

import java.time.Instant;

/** A span of time from an instant, inclusive, to another, exclusive; from 1970 to 2200. */
public record Span(Instant from, Instant to) {
  /** Beyond it one of the stores counts no more. */
  static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  private static final int NANOS_OF_MILLI = 1_000_000;

  /** Refuses a span in which no window can start. */
  public Span {
    if (from == null
        || to == null
        || !from.isBefore(to)
        || from.isBefore(Instant.EPOCH)
        || to.isAfter(LAST)) {
      throw new IllegalArgumentException(
          "The span is from %s to %s; allowed: to an instant after the first, between %s and %s"
              .formatted(from, to, Instant.EPOCH, LAST));
    }
  }

  /** The first millisecond within. */
  Instant first() {
    return roundedUp(from);
  }

  /** The first millisecond after it. */
  Instant end() {
    return roundedUp(to);
  }

  /** Rows lie on whole milliseconds. */
  private static Instant roundedUp(Instant time) {
    return Instant.ofEpochMilli(time.plusNanos(NANOS_OF_MILLI - 1L).toEpochMilli());
  }
}
