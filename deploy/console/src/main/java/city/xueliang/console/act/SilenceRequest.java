package city.xueliang.console.act;

import city.xueliang.console.http.JsonBody;
import city.xueliang.domain.rule.Silence;
import java.time.Duration;
import java.util.Set;

/**
 * What a seat wants to be held back.
 *
 * @param rules empty for all
 * @param from epoch milliseconds, inclusive
 * @param to epoch milliseconds, exclusive
 */
record SilenceRequest(
    Silence.Kind kind, Set<String> places, Set<String> rules, long from, long to) {
  private static final int MOST_PLACES = 1_000;
  private static final int MOST_RULES = 1_000;
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(30);

  /** Clocks of browsers differ, and a plan may be written down while it runs. */
  private static final Duration EARLIEST = Duration.ofDays(1);

  private static final Duration LATEST = Duration.ofDays(366);

  /**
   * Reads a request.
   *
   * @param now epoch milliseconds
   */
  static SilenceRequest of(JsonBody body, long now) {
    Silence.Kind kind = body.choice("kind", Silence.Kind.class);
    Set<String> places = body.texts("places", 1, MOST_PLACES);
    Set<String> rules = body.texts("rules", 0, MOST_RULES);
    long from = body.integer("from", now - EARLIEST.toMillis(), now + LATEST.toMillis());
    long to =
        body.integer("to", Math.max(now, from + SHORTEST.toMillis()), from + LONGEST.toMillis());
    body.refuseOthers();
    return new SilenceRequest(kind, places, rules, from, to);
  }

  Silence silence(String id, String seat) {
    return new Silence(id, kind, places, rules, from, to, seat);
  }
}
