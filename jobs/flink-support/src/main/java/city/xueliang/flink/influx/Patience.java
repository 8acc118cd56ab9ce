package city.xueliang.flink.influx;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long to wait for the server.
 *
 * @param connect until the connection stands
 * @param request until the answer is there, connecting included
 * @param firstBackoff before the first repetition; doubled for each further one
 * @param maxBackoff between two repetitions
 * @param maxRetryAfter obeyed at most when the server asks for more with Retry-After
 */
record Patience(
    Duration connect,
    Duration request,
    Duration firstBackoff,
    Duration maxBackoff,
    Duration maxRetryAfter)
    implements Serializable {

  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofHours(1);

  static final Patience DEFAULT =
      new Patience(
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMillis(100),
          Duration.ofSeconds(5),
          Duration.ofSeconds(60));

  Patience {
    Limits.within("connectTimeout", connect, SHORTEST, LONGEST);
    Limits.within("requestTimeout", request, SHORTEST, LONGEST);
    Limits.within("firstBackoff", firstBackoff, SHORTEST, LONGEST);
    Limits.within("maxBackoff", maxBackoff, firstBackoff, LONGEST);
    Limits.within("maxRetryAfter", maxRetryAfter, Duration.ZERO, LONGEST);
  }
}
