package city.xueliang.store.reading;

import java.util.function.Supplier;

/**
 * An InfluxDB that answers InfluxQL: 1.x, or 2.x with a DBRP mapping for each bucket. Says
 * everything about itself but the token.
 *
 * @param url such as {@code http://127.0.0.1:8086}, without a slash at the end
 * @param bucket of the minutes' rows: a database, or {@code database/retention-policy}
 * @param historyBucket of the rows of hours and days, in the same form
 * @param token asked for at each question; empty for a server that wants none. For InfluxDB 1.8
 *     {@code user:password}.
 */
public record InfluxDbSource(
    String url, String bucket, String historyBucket, Supplier<String> token) {
  @Override
  public String toString() {
    return "buckets '%s' and '%s' at %s".formatted(bucket, historyBucket, url);
  }
}
