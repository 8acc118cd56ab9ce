package city.xueliang.benchmark.sizing;

import city.xueliang.domain.tally.Window;
import city.xueliang.flink.influx.HttpClientCustomizer;
import city.xueliang.store.layout.Measurement;
import city.xueliang.testing.OlderWriteApi;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * An InfluxDB 1.x that is running already. It must not have the two databases yet: they are dropped
 * at the end.
 */
final class MeasuredInfluxDb implements MeasuredStore {
  private static final List<String> DATABASES = List.of(MINUTES, HISTORY);
  private static final Duration POLL = Duration.ofSeconds(2);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  private final String url;
  private final Duration calm;
  private final InfluxQl influxQl;

  /**
   * Makes the databases.
   *
   * @param calm for which the files must not have changed before they count as settled
   */
  MeasuredInfluxDb(String url, Duration calm) {
    this.url = url;
    this.calm = calm;
    this.influxQl = new InfluxQl(url);
    List<String> there = influxQl.texts("SHOW DATABASES");
    for (String database : DATABASES) {
      if (there.contains(database)) {
        throw new IllegalStateException(
            "The database '%s' at %s is there already; it would be dropped at the end"
                .formatted(database, url));
      }
    }
    influxQl.execute(
        "CREATE DATABASE %s WITH DURATION INF SHARD DURATION 1d NAME minutes".formatted(MINUTES));
    influxQl.execute(
        "CREATE DATABASE %s WITH DURATION INF SHARD DURATION 52w NAME history".formatted(HISTORY));
  }

  @Override
  public String url() {
    return url;
  }

  @Override
  public String historySuffix() {
    return "";
  }

  @Override
  public HttpClientCustomizer httpClient() {
    return client -> client.addInterceptor(new OlderWriteApi());
  }

  /** Until nothing is left in caches and logs, and the files have not changed for a while. */
  @Override
  public boolean settle() throws InterruptedException {
    long begun = System.nanoTime();
    long calmSince = begun;
    long before = -1;
    while (System.nanoTime() - begun < LONGEST_WAIT.toNanos()) {
      long now = sum(influxQl.ask("", "SHOW STATS"), "shard", "diskBytes", DATABASES);
      long cached = sum(influxQl.ask("", "SHOW STATS"), "tsm1_cache", "memBytes", DATABASES);
      if (now != before || cached > 0) {
        calmSince = System.nanoTime();
        before = now;
      } else if (System.nanoTime() - calmSince > calm.toNanos()) {
        return true;
      }
      TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
    }
    return false;
  }

  @Override
  public long series() {
    return DATABASES.stream()
        .mapToLong(
            database -> influxQl.sum(database, "SHOW SERIES EXACT CARDINALITY ON " + database))
        .sum();
  }

  @Override
  public Map<Window, Long> rows() {
    Map<Window, Long> rows = new EnumMap<>(Window.class);
    for (Window window : Window.values()) {
      String database = window == Window.MINUTE ? MINUTES : HISTORY;
      for (Measurement measurement :
          List.of(Measurement.CAMERA_EVENTS, Measurement.SENSOR_READINGS)) {
        String count =
            "SELECT count(complete) FROM %s WHERE \"window\" = '%s'"
                .formatted(measurement.table(window, historySuffix()), window.name());
        rows.merge(window, influxQl.sum(database, count), Long::sum);
      }
    }
    return rows;
  }

  @Override
  public Map<String, Long> bytes() {
    JsonNode statistics = influxQl.ask("", "SHOW STATS");
    Map<String, Long> bytes = new TreeMap<>();
    for (String database : DATABASES) {
      bytes.put(database, sum(statistics, "shard", "diskBytes", List.of(database)));
    }
    return bytes;
  }

  /** The server does not tell. */
  @Override
  public long indexBytes() {
    return 0;
  }

  @Override
  public void close() {
    DATABASES.forEach(database -> influxQl.execute("DROP DATABASE " + database));
  }

  private static long sum(
      JsonNode statistics, String module, String statistic, List<String> databases) {
    long sum = 0;
    for (JsonNode series : statistics.path("results").path(0).path("series")) {
      if (series.path("name").asText().equals(module)
          && databases.contains(series.path("tags").path("database").asText())) {
        for (int i = 0; i < series.path("columns").size(); i++) {
          if (series.path("columns").path(i).asText().equals(statistic)) {
            sum += series.path("values").path(0).path(i).asLong();
          }
        }
      }
    }
    return sum;
  }
}
