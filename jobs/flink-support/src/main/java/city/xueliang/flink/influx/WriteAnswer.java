package city.xueliang.flink.influx;

import com.influxdb.exceptions.InfluxException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What became of one request.
 *
 * @param status of HTTP; 0 without an answer
 * @param words of the server, or of what kept it from answering
 * @param retryAfter that the server asks for; zero if it does not
 */
record WriteAnswer(Verdict verdict, int status, String words, Duration retryAfter) {
  static final WriteAnswer WRITTEN = new WriteAnswer(Verdict.WRITTEN, 204, "", Duration.ZERO);

  /** Bad request, payload too large, unprocessable: the same lines would be refused again. */
  private static final Set<Integer> REFUSALS = Set.of(400, 413, 422);

  enum Verdict {
    /** All of it is stored. */
    WRITTEN,
    /** At least one line will never be taken; the others may be stored or not. */
    REFUSED,
    /** Not now: the server is away, overloaded or set up differently than we are. */
    UNAVAILABLE
  }

  static WriteAnswer of(InfluxException failure) {
    Verdict verdict = REFUSALS.contains(failure.status()) ? Verdict.REFUSED : Verdict.UNAVAILABLE;
    return new WriteAnswer(
        verdict, failure.status(), words(failure), RetryAfter.of(failure.headers()));
  }

  @Override
  public String toString() {
    return status == 0 ? words : "HTTP status %d: %s".formatted(status, words);
  }

  private static String words(InfluxException failure) {
    if (failure.status() == 0) {
      return String.valueOf(Objects.requireNonNullElse(failure.getCause(), failure));
    }
    Map<String, Object> body = failure.errorBody();
    Map<String, String> headers = failure.headers();
    // InfluxDB 2 and QuestDB answer with 'message', 1.x with 'error', 3 with 'error' and 'data'.
    return Stream.of(
            body.get("message"),
            headers.get("X-Influxdb-Error"),
            headers.get("X-Influx-Error"),
            body.isEmpty() ? null : body)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .findFirst()
        .orElse("no words from the server");
  }
}
