package city.xueliang.flink.influx;

import static java.util.Objects.requireNonNull;

import com.influxdb.client.domain.WritePrecision;
import java.io.Serializable;
import okhttp3.HttpUrl;

/**
 * The bucket to write into. Says everything about itself but the token.
 *
 * @param url of the server, {@code http} or {@code https}, without user, password and query
 * @param org organisation; a server that knows none (InfluxDB 1.8, QuestDB) ignores it
 * @param bucket for InfluxDB 1.8 {@code database/retention-policy}
 * @param precision of the times that are written: {@code MS} or {@code NS}
 * @param token may be {@link TokenSupplier#none()}
 */
public record InfluxDbTarget(
    String url, String org, String bucket, WritePrecision precision, TokenSupplier token)
    implements Serializable {

  /** Fails on a value with which no write could ever succeed. */
  public InfluxDbTarget {
    requireUrl(url);
    requireText("org", org);
    requireText("bucket", bucket);
    requireNonNull(token, "InfluxDB token supplier is missing; for none use TokenSupplier.none()");
    if (precision != WritePrecision.MS && precision != WritePrecision.NS) {
      throw new IllegalArgumentException(
          "InfluxDB precision is '%s'; allowed: MS, NS".formatted(precision));
    }
  }

  @Override
  public String toString() {
    return "bucket '%s' of org '%s' at %s".formatted(bucket, org, url);
  }

  private static void requireUrl(String url) {
    HttpUrl parsed = url == null ? null : HttpUrl.parse(url);
    if (parsed == null) {
      throw new IllegalArgumentException(
          "InfluxDB url is '%s'; allowed: http://host:port or https://host:port".formatted(url));
    }
    boolean mayHoldSecret =
        !parsed.username().isEmpty() || !parsed.password().isEmpty() || parsed.query() != null;
    if (mayHoldSecret) {
      throw new IllegalArgumentException(
          "InfluxDB url of host '%s' holds a user, password or query; give the token by its supplier"
              .formatted(parsed.host()));
    }
  }

  private static void requireText(String key, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(
          "InfluxDB %s is '%s'; allowed: any text that is not blank".formatted(key, value));
    }
  }
}
