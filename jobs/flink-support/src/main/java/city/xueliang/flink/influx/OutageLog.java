package city.xueliang.flink.influx;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator that and why writing is held up, at most every 30 seconds, and when it goes
 * on.
 */
final class OutageLog {
  private static final Logger LOG = LoggerFactory.getLogger(InfluxDbSink.class);
  private static final long SILENCE_NANOS = Duration.ofSeconds(30).toNanos();

  private final String subject;
  private final LongSupplier nanoClock;
  private boolean away;
  private boolean awayIsTold;
  private boolean everTold;
  private long toldAt;
  private long since;

  /** A log about this subject; the clock counts nanoseconds from anywhere. */
  OutageLog(String subject, LongSupplier nanoClock) {
    this.subject = subject;
    this.nanoClock = nanoClock;
  }

  synchronized void heldUp(int points, Object reason) {
    long now = nanoClock.getAsLong();
    if (!away) {
      away = true;
      since = now;
    }
    if (!everTold || now - toldAt >= SILENCE_NANOS) {
      everTold = true;
      awayIsTold = true;
      toldAt = now;
      LOG.warn(
          "InfluxDB sink: {} did not take {} points; they are kept and tried again. {}",
          subject,
          points,
          reason);
    }
  }

  synchronized void goesOn() {
    if (awayIsTold) {
      Duration outage = Duration.ofNanos(nanoClock.getAsLong() - since);
      LOG.info("InfluxDB sink: {} takes points again after {}", subject, outage);
    }
    away = false;
    awayIsTold = false;
  }
}
