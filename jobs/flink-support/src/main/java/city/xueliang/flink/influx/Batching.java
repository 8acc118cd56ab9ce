package city.xueliang.flink.influx;

import java.io.Serializable;
import java.time.Duration;

/**
 * How points are gathered.
 *
 * @param points of one request at most
 * @param bytes of one request's lines at most, before compression; a longer line goes alone
 * @param linger how long a batch may wait to be filled
 * @param inFlight requests at a time and writer
 * @param bufferedPoints held by one writer at most, those in flight included
 */
record Batching(int points, long bytes, Duration linger, int inFlight, int bufferedPoints)
    implements Serializable {

  static final Batching DEFAULT = new Batching(5_000, 4L << 20, Duration.ofMillis(500), 1, 200_000);

  Batching {
    Limits.within("batchPoints", points, 1, 1_000_000);
    Limits.within("batchBytes", bytes, 1L, 1L << 30);
    Limits.within("linger", linger, Duration.ofMillis(1), Duration.ofMinutes(10));
    Limits.within("maxInFlight", inFlight, 1, 64);
    Limits.within("maxBufferedPoints", bufferedPoints, 1, Integer.MAX_VALUE);
    if (bufferedPoints < 2L * points) {
      throw new IllegalArgumentException(
          "maxBufferedPoints is %d; allowed: at least twice batchPoints, which is %d"
              .formatted(bufferedPoints, points));
    }
  }
}
