package city.xueliang.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.xueliang.feeds.simulate.SimulatedRecord;
import city.xueliang.local.CityProcess.CityPorts;
import city.xueliang.local.PlainCount.Row;
import city.xueliang.local.PlainCount.RowKey;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.AlertState;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import city.xueliang.schemas.UndecodableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A city without a simulator, to whose topics an outside client sends. */
class KilledCityITCase {
  private static final Instant MONDAY_MORNING = Instant.parse("2025-03-03T00:00:00Z");
  private static final Duration LIFE = Duration.ofMinutes(8);
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final double EXACT = 1e-6;

  @TempDir private Path folder;

  @Test
  void rowsAndAlertsAfterAKillEqualAnIndependentCountAndAnUndisturbedRun() throws Exception {
    List<SimulatedRecord> life = OutsideClient.life(MONDAY_MORNING, LIFE);
    Instant closed = MONDAY_MORNING.plus(LIFE).minus(2, ChronoUnit.MINUTES);

    Outcome killed = runWithKill(life, closed);
    Outcome undisturbed = runUndisturbed(life, closed);

    assertThat(killed.rows()).isEqualTo(undisturbed.rows());
    assertThat(killed.alerts()).isEqualTo(undisturbed.alerts());
    assertThat(killed.alerts().values())
        .contains(AlertState.OPEN.name(), AlertState.CLEARED.name());
  }

  /** What a city made of the records. */
  private record Outcome(Map<RowKey, Map<String, Double>> rows, Map<String, String> alerts) {}

  private Outcome runWithKill(List<SimulatedRecord> life, Instant closed) throws Exception {
    Path data = folder.resolve("killed");
    CityPorts ports = CityPorts.free();
    int half = life.size() / 2;
    int most = life.size() * 3 / 4;
    try (CityProcess city = start(data, ports)) {
      OutsideClient.send(city.kafka(), life.subList(0, half));
      awaitCheckpointAfterRows(city, data);
      OutsideClient.send(city.kafka(), life.subList(half, most));
      city.kill();
    }
    try (CityProcess city = start(data, ports)) {
      assertThat(city.text()).contains("Goes on at");
      OutsideClient.send(city.kafka(), life.subList(most, life.size()));
      return outcome(city, closed);
    }
  }

  private Outcome runUndisturbed(List<SimulatedRecord> life, Instant closed) throws Exception {
    try (CityProcess city = start(folder.resolve("undisturbed"), CityPorts.free())) {
      OutsideClient.send(city.kafka(), life);
      return outcome(city, closed);
    }
  }

  private static CityProcess start(Path data, CityPorts ports) throws IOException {
    return CityProcess.start(
            data,
            ports,
            "--rate=0",
            "--scale=" + OutsideClient.SCALE,
            "--seed=" + OutsideClient.SEED)
        .awaitReady();
  }

  private static void awaitCheckpointAfterRows(CityProcess city, Path data) {
    StoreClient store = new StoreClient(city.store());
    Awaitility.await("rows")
        .atMost(LIMIT)
        .until(() -> !store.rowsUntil(Instant.MAX.minusSeconds(60)).isEmpty());
    long since = System.currentTimeMillis();
    Awaitility.await("checkpoint")
        .atMost(LIMIT)
        .until(
            () -> {
              try (Stream<Path> files = Files.walk(data.resolve("flink").resolve("checkpoints"))) {
                return files
                    .filter(file -> file.endsWith("_metadata"))
                    .anyMatch(file -> file.toFile().lastModified() > since);
              }
            });
  }

  /** The rows once they equal the independent count, and the newest state of every alert. */
  private static Outcome outcome(CityProcess city, Instant closed) throws Exception {
    PlainCount count = PlainCount.of(city.kafka());
    Map<RowKey, Row> expected = count.rowsUntil(closed);
    StoreClient store = new StoreClient(city.store());
    assertThat(expected).hasSizeGreaterThan(1_000);
    Awaitility.await("rows of the store equal the independent count")
        .atMost(LIMIT)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertEqual(store.rowsUntil(closed), expected));
    return new Outcome(store.rowsUntil(closed), alerts(city));
  }

  private static void assertEqual(
      Map<RowKey, Map<String, Double>> rows, Map<RowKey, Row> expected) {
    assertThat(rows.keySet()).isEqualTo(expected.keySet());
    rows.forEach(
        (key, fields) -> {
          Row row = expected.get(key);
          boolean isReading = fields.containsKey("readings");
          assertThat(fields.get(isReading ? "readings" : "events"))
              .as("count of %s", key)
              .isEqualTo(row.values.size());
          assertThat(fields.get("devices")).as("devices of %s", key).isEqualTo(row.devices.size());
          if (isReading) {
            assertReadings(key, fields, row);
          } else {
            assertThat(fields.get("count_sum")).as("sum of %s", key).isEqualTo(row.sum());
            assertThat(fields.get("count_max")).as("max of %s", key).isEqualTo(row.greatest());
          }
        });
  }

  private static void assertReadings(RowKey key, Map<String, Double> fields, Row row) {
    assertThat(fields.get("mean"))
        .as("mean of %s", key)
        .isCloseTo(row.sum() / row.values.size(), within(EXACT));
    assertThat(fields.get("min")).as("min of %s", key).isEqualTo(row.least());
    assertThat(fields.get("max")).as("max of %s", key).isEqualTo(row.greatest());
    Map.of("p50", 0.50, "p95", 0.95, "p99", 0.99)
        .forEach(
            (field, quantile) -> {
              double exact = row.quantile(quantile);
              assertThat(fields.get(field))
                  .as("%s of %s", field, key)
                  .isCloseTo(exact, within(Math.abs(exact) * 0.01 + EXACT));
            });
  }

  /**
   * The state of each alert in its highest revision; a revision that was sent twice is the same.
   */
  private static Map<String, String> alerts(CityProcess city) throws UndecodableException {
    SingleObjectCodec<Alert> codec = SingleObjectCodec.of(Alert.class);
    Map<String, Alert> newest = new TreeMap<>();
    for (ConsumerRecord<byte[], byte[]> record : FeedRecords.all(city.kafka(), Topics.ALERTS)) {
      Alert alert = codec.decode(record.value(), null);
      newest.merge(alert.getAlertId(), alert, (a, b) -> a.getRevision() >= b.getRevision() ? a : b);
    }
    Map<String, String> states = new TreeMap<>();
    newest.forEach((id, alert) -> states.put(id, alert.getState().name()));
    return states;
  }
}
