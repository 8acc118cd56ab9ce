package city.xueliang.flink.influx;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * The header by which a server asks to be left alone for a while: seconds, or a date (RFC 9110).
 */
final class RetryAfter {
  private static final String NAME = "Retry-After";

  private RetryAfter() {}

  /** Zero if it is missing, past or unreadable. A date counts from the server's own clock. */
  static Duration of(Map<String, String> headers) {
    String value = headers.getOrDefault(NAME, "").strip();
    if (value.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    try {
      Duration wait = Duration.between(instant(headers.getOrDefault("Date", "")), instant(value));
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeException e) {
      // A server's unreadable wish is no wish: our own pauses apply.
      return Duration.ZERO;
    }
  }

  private static Instant instant(String httpDate) {
    return ZonedDateTime.parse(httpDate, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }
}
