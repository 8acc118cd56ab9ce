package city.xueliang.feeds.simulate;

import city.xueliang.feeds.simulate.chance.Randomness;
import java.time.Duration;

/**
 * The devices' own clocks: each is a little fast or slow, and a record is a moment on its way. No
 * two records of a device have the same time, so that none is taken for a duplicate: good ones have
 * even milliseconds that rise, flawed ones odd.
 */
final class DeviceClocks {
  private static final long SLOWEST = -1_500;
  private static final long FASTEST = 800;
  private static final long SHORTEST_WAY = 20;
  private static final long LONGEST_WAY = 400;
  private static final long LEAST_LATENESS = Duration.ofMinutes(65).toMillis();
  private static final long GREATEST_LATENESS = Duration.ofHours(6).toMillis();
  private static final long LEAST_AHEAD = Duration.ofSeconds(62).toMillis();
  private static final long GREATEST_AHEAD = Duration.ofDays(1).toMillis();

  private final long[] last;
  private final long seed;
  private final Randomness random;

  DeviceClocks(int devices, long seed) {
    this.last = new long[devices];
    this.seed = Randomness.hash(seed, "clocks".hashCode());
    this.random = Randomness.of(seed, "clocks");
  }

  /** The device's time of what the gateway receives at this time. */
  long occurredAt(int device, long receivedAt) {
    long own = Randomness.hash(seed, device);
    long skew = SLOWEST + Math.floorMod(own, FASTEST - SLOWEST);
    long read = receivedAt + skew - random.between(SHORTEST_WAY, LONGEST_WAY);
    last[device] = Math.max(even(read), last[device] + 2);
    return last[device];
  }

  /** A time more than an hour before a good one of this device; always equally long before. */
  long late(int device, long good) {
    long own = Randomness.hash(seed, ~device);
    long lateness = LEAST_LATENESS + Math.floorMod(own, GREATEST_LATENESS - LEAST_LATENESS);
    return good - even(lateness) - 1;
  }

  /** A time more than a minute ahead of the gateway's. */
  long ahead(long receivedAt) {
    return even(receivedAt + random.between(LEAST_AHEAD, GREATEST_AHEAD)) + 1;
  }

  private static long even(long millis) {
    return millis & ~1L;
  }
}
