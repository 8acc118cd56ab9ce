package city.xueliang.local;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.feeds.simulate.SimulatedRecord;
import city.xueliang.local.CityProcess.CityPorts;
import city.xueliang.local.StoreClient.StoredRow;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A city without a simulator, to whose topics an outside client sends. */
class KilledCityITCase {
  /** Shortly before midnight in the city, so that an hour and a day end, too. */
  private static final Instant MONDAY_NIGHT = Instant.parse("2025-03-03T15:56:00Z");

  private static final Duration LIFE = Duration.ofMinutes(8);
  private static final Duration LIMIT = Duration.ofSeconds(90);

  @TempDir private Path folder;

  @Test
  void rowsAndAlertsAfterAKillEqualAnIndependentCountAndAnUndisturbedRun() throws Exception {
    List<SimulatedRecord> life = OutsideClient.life(MONDAY_NIGHT, LIFE);
    Instant closed = MONDAY_NIGHT.plus(LIFE).minus(2, ChronoUnit.MINUTES);

    Outcome killed = runWithKill(life, closed);
    Outcome undisturbed = runUndisturbed(life, closed);

    assertThat(killed.rows()).isEqualTo(undisturbed.rows());
    assertThat(killed.alerts()).isEqualTo(undisturbed.alerts());
    assertThat(killed.alerts().values().stream().flatMap(List::stream))
        .contains(AlertState.OPEN.name(), AlertState.CLEARED.name());
  }

  /** What a city made of the records. */
  private record Outcome(Map<RowKey, StoredRow> rows, Map<String, List<String>> alerts) {}

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
    Awaitility.await("rows").atMost(LIMIT).until(() -> !store.rows().isEmpty());
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
    Map<RowKey, PlainRow> expected = count.rowsUntil(closed);
    StoreClient store = new StoreClient(city.store());
    assertThat(expected).hasSizeGreaterThan(1_000);
    assertThat(expected.keySet()).extracting(RowKey::window).contains("MINUTE", "HOUR", "DAY");
    Awaitility.await("rows of the store equal the independent count")
        .atMost(LIMIT)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> RowCheck.assertStored(store.rowsUntil(closed), expected));
    return new Outcome(store.rowsUntil(closed), alerts(city));
  }

  /**
   * The states of the alerts of each rule and scope, each in its highest revision. Not by id: that
   * of an alert over several devices is of the one that the desk heard first, which in a catch-up
   * may be another one.
   */
  private static Map<String, List<String>> alerts(CityProcess city) throws UndecodableException {
    SingleObjectCodec<Alert> codec = SingleObjectCodec.of(Alert.class);
    Map<String, Alert> newest = new TreeMap<>();
    Set<String> revisions = new HashSet<>();
    for (ConsumerRecord<byte[], byte[]> record : FeedRecords.all(city.kafka(), Topics.ALERTS)) {
      Alert alert = codec.decode(record.value(), null);
      assertThat(revisions.add(alert.getAlertId() + ' ' + alert.getRevision()))
          .as("revision %d of %s is new", alert.getRevision(), alert.getAlertId())
          .isTrue();
      newest.merge(alert.getAlertId(), alert, (a, b) -> a.getRevision() >= b.getRevision() ? a : b);
    }
    Map<String, List<String>> states = new TreeMap<>();
    for (Alert alert : newest.values()) {
      String scope =
          String.join(
              " ",
              alert.getRuleId(),
              alert.getPlace(),
              String.valueOf(alert.getDeviceId()),
              String.valueOf(alert.getCauseKey()));
      states.computeIfAbsent(scope, any -> new ArrayList<>()).add(alert.getState().name());
    }
    states.values().forEach(Collections::sort);
    return states;
  }
}
