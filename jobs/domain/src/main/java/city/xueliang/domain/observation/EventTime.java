package city.xueliang.domain.observation;

import java.time.Duration;
import java.time.Instant;

/**
 * What event time is, and every verdict about it. Event time is {@code occurredAt}, the device's
 * own clock. The verdicts come from the record alone, never from a wall clock, so that a live run,
 * a run after a failure and a rebuild years later decide alike.
 */
public final class EventTime {
  /** How far {@code occurredAt} may be ahead of {@code receivedAt}. */
  public static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);

  /** How far {@code occurredAt} may be behind {@code receivedAt} before the record is late. */
  public static final Duration LATENESS = Duration.ofHours(1);

  /**
   * How much longer than the lateness windows keep their state: what the partitions of a topic may
   * be apart, and what an idle feed's watermark may run ahead of it.
   */
  public static final Duration SLACK = Duration.ofMinutes(10);

  /** Beyond lateness and slack: what may pass until a record in time has corrected its rows. */
  public static final Duration CORRECTION_WAIT = Duration.ofMinutes(2);

  /** How far {@code receivedAt} may be ahead of the broker's append time in a live feed. */
  public static final Duration APPEND_TOLERANCE = Duration.ofMinutes(5);

  /** The times that a record may have, so that arithmetic on them cannot overflow. */
  public static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  public static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private static final long EARLIEST_MILLIS = EARLIEST.toEpochMilli();
  private static final long LATEST_MILLIS = LATEST.toEpochMilli();
  private static final long CLOCK_TOLERANCE_MILLIS = CLOCK_TOLERANCE.toMillis();
  private static final long LATENESS_MILLIS = LATENESS.toMillis();
  private static final long APPEND_TOLERANCE_MILLIS = APPEND_TOLERANCE.toMillis();
  private static final long HORIZON_MILLIS = LATENESS.plus(SLACK).toMillis();

  private EventTime() {}

  /** A record's event time, epoch milliseconds. */
  public static long of(Observation observation) {
    return observation.occurredAt();
  }

  /** Whether a time lies within {@link #EARLIEST} and {@link #LATEST}. */
  public static boolean isPlausible(long epochMillis) {
    return epochMillis >= EARLIEST_MILLIS && epochMillis < LATEST_MILLIS;
  }

  /** Whether the device's clock is too far ahead: such a record must not touch a watermark. */
  public static boolean isClockAhead(long occurredAt, long receivedAt) {
    return occurredAt - receivedAt > CLOCK_TOLERANCE_MILLIS;
  }

  /**
   * Whether the first trusted system's clock is too far ahead of the broker's.
   *
   * @param appendedAt epoch milliseconds; negative if the broker kept none
   */
  public static boolean isReceivedAhead(long receivedAt, long appendedAt) {
    return appendedAt >= 0 && receivedAt - appendedAt > APPEND_TOLERANCE_MILLIS;
  }

  /** Whether the record came too late for the stream. */
  public static boolean isLate(Observation observation) {
    return observation.receivedAt() - observation.occurredAt() > LATENESS_MILLIS;
  }

  /**
   * The time before which nothing is kept any more once the watermark stands here: windows that
   * ended by then, and identities of records that occurred by then, are gone.
   *
   * @param watermark epoch milliseconds; {@code Long.MIN_VALUE} for none yet
   */
  public static long horizon(long watermark) {
    return watermark < Long.MIN_VALUE + HORIZON_MILLIS
        ? Long.MIN_VALUE
        : watermark - HORIZON_MILLIS;
  }

  /** The watermark at which {@link #horizon} reaches this time. */
  public static long expiry(long epochMillis) {
    return epochMillis + HORIZON_MILLIS;
  }
}
