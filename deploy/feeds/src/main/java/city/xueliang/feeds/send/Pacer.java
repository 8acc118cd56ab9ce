package city.xueliang.feeds.send;

import java.time.Duration;

/**
 * Holds records back until they are due. The schedule is fixed by the first record: after a stall
 * the records that are overdue go out at once. {@link #await} is for one thread; {@link #behind}
 * for any.
 */
public final class Pacer {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MILLI = 1e6;

  /** Shorter waits are not worth a sleep: the records until then go out together. */
  private static final long SHORTEST_SLEEP_NANOS = 1_000_000;

  private final Schedule schedule;
  private final PaceClock clock;
  private long records;
  private long firstEventTime;
  private long start;
  private volatile long due;
  private volatile boolean started;

  /** When a record is due, in nanoseconds after the first. */
  private interface Schedule {
    double nanosFor(long recordsBefore, long eventMillisSinceFirst);
  }

  private Pacer(Schedule schedule, PaceClock clock) {
    this.schedule = schedule;
    this.clock = clock;
  }

  /** Lets every record go at once. */
  public static Pacer asFastAsPossible() {
    return new Pacer(null, PaceClock.SYSTEM);
  }

  /** Lets so many records go each second, evenly. */
  public static Pacer atRate(double recordsPerSecond, PaceClock clock) {
    requirePositive(recordsPerSecond);
    return new Pacer((records, millis) -> records * (NANOS_PER_SECOND / recordsPerSecond), clock);
  }

  /**
   * Lets records go as far apart as they occurred, divided by a factor: 1 is the original pace, 60
   * plays an hour in a minute. A record that occurred before its forerunner goes at once.
   */
  public static Pacer atSpeed(double factor, PaceClock clock) {
    requirePositive(factor);
    return new Pacer((records, millis) -> millis * (NANOS_PER_MILLI / factor), clock);
  }

  /**
   * Returns when the next record is due.
   *
   * @param eventTime of that record, epoch milliseconds
   * @throws InterruptedException at once when the thread is interrupted, also if nothing is to be
   *     waited for
   */
  public void await(long eventTime) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("sending was interrupted");
    }
    if (schedule == null) {
      return;
    }
    long now = clock.nanoTime();
    if (!started) {
      firstEventTime = eventTime;
      start = now;
      due = now;
      started = true;
    }
    long next = start + (long) schedule.nanosFor(records, eventTime - firstEventTime);
    records++;
    if (next - due > 0) {
      due = next;
    }
    for (long wait = due - now; wait >= SHORTEST_SLEEP_NANOS; wait = due - clock.nanoTime()) {
      clock.sleep(wait);
    }
  }

  /** How long the record that is being sent has been due; zero if sending is on schedule. */
  public Duration behind() {
    return started ? Duration.ofNanos(Math.max(0, clock.nanoTime() - due)) : Duration.ZERO;
  }

  private static void requirePositive(double pace) {
    if (!(pace > 0) || Double.isInfinite(pace)) {
      throw new IllegalArgumentException("a pace is a number above 0, not " + pace);
    }
  }
}
