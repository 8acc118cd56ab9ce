package city.xueliang.placewatch.watch;

import city.xueliang.flink.time.AwaitRegistry;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;

/** The clock by which silence and the deadlines of alerts are measured. */
public enum SilenceClock {
  /** The clock of the machine: a feed that died stops the watermark, too. */
  PROCESSING_TIME("processing-time", TimeDomain.PROCESSING_TIME) {
    @Override
    public long now(long processingTime, long watermark) {
      return processingTime;
    }

    @Override
    public long soon(TimerService timers) {
      long now = timers.currentProcessingTime();
      return now - now % ROUND_MILLIS + ROUND_MILLIS;
    }

    @Override
    public void register(TimerService timers, long time) {
      timers.registerProcessingTimeTimer(time);
    }

    @Override
    public void delete(TimerService timers, long time) {
      timers.deleteProcessingTimeTimer(time);
    }
  },

  /** Event time, for a replay: the watermark says how late it is. */
  EVENT_TIME("event-time", TimeDomain.EVENT_TIME) {
    @Override
    public long now(long processingTime, long watermark) {
      // The greatest one says that the input ended, not when.
      return watermark > AwaitRegistry.READ && watermark != Long.MAX_VALUE ? watermark : UNKNOWN;
    }

    @Override
    public long soon(TimerService timers) {
      return timers.currentWatermark() + 1;
    }

    @Override
    public void register(TimerService timers, long time) {
      timers.registerEventTimeTimer(time);
    }

    @Override
    public void delete(TimerService timers, long time) {
      timers.deleteEventTimeTimer(time);
    }
  };

  /** The time while no record came that could tell it. */
  public static final long UNKNOWN = Long.MIN_VALUE;

  /** A timer at this time fires as soon as the time is known. */
  public static final long FIRST_KNOWN = AwaitRegistry.READ + 1;

  private static final long ROUND_MILLIS = 1_000;

  private final String key;
  private final TimeDomain domain;

  SilenceClock(String key, TimeDomain domain) {
    this.key = key;
    this.domain = domain;
  }

  /** Epoch milliseconds, or {@link #UNKNOWN}. */
  public abstract long now(long processingTime, long watermark);

  /** Epoch milliseconds, or {@link #UNKNOWN}. */
  public long now(TimerService timers) {
    return now(timers.currentProcessingTime(), timers.currentWatermark());
  }

  /** When to send what comes now together with what else comes now: within a second. */
  public abstract long soon(TimerService timers);

  /** Sets a timer of the current key. */
  public abstract void register(TimerService timers, long time);

  /** Takes a timer of the current key back. */
  public abstract void delete(TimerService timers, long time);

  /** Whether a timer of this kind can be this clock's. */
  public boolean isOf(TimeDomain timer) {
    return timer == domain;
  }

  /** As it is written among the options. */
  @Override
  public String toString() {
    return key;
  }
}
