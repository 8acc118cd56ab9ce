package city.xueliang.console.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.xueliang.console.live.TestingRevision;
import city.xueliang.embedded.EmbeddedKafka;
import city.xueliang.embedded.TopicSpec;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.Place;
import city.xueliang.schemas.PlaceLevel;
import city.xueliang.schemas.PlaceMetrics;
import city.xueliang.schemas.RejectedRecord;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import city.xueliang.testing.TestingPlace;
import city.xueliang.testing.Town;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts from a real broker to clients of a real server. */
@Tag("timed")
class LiveStreamITCase {
  private static final List<String> TOPICS =
      List.of(
          Topics.PLACES,
          Topics.DEVICES,
          Topics.RULES,
          Topics.ALERTS,
          Topics.PLACE_METRICS,
          Topics.REJECTED_RECORDS);

  @TempDir private static Path folder;
  private static EmbeddedKafka kafka;
  private static KafkaProducer<String, byte[]> producer;

  private TestingConsole console;

  @BeforeAll
  static void startKafka() {
    kafka = EmbeddedKafka.start(folder, 0);
    kafka.createTopics(
        TOPICS.stream()
            .map(topic -> new TopicSpec(topic, topic.equals(Topics.ALERTS) ? 2 : 1, Map.of()))
            .toList());
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.bootstrapServers(),
                ProducerConfig.LINGER_MS_CONFIG,
                0),
            new StringSerializer(),
            new ByteArraySerializer());
    place(TestingPlace.of(Town.DISTRICT, PlaceLevel.DISTRICT), null);
    place(TestingPlace.of(Town.OTHER_DISTRICT, PlaceLevel.DISTRICT), null);
    place(TestingPlace.grid(Town.GRID), Town.DISTRICT);
    place(TestingPlace.grid(Town.FAR_GRID), Town.OTHER_DISTRICT);
  }

  @AfterAll
  static void stopKafka() {
    producer.close();
    kafka.close();
  }

  @BeforeEach
  void startConsole() {
    console = start();
  }

  @AfterEach
  void stopConsole() {
    console.close();
  }

  @Test
  void anAlertIsThereWithinASecond() {
    try (Watcher watcher = watch(Town.DISTRICT, null)) {
      await().until(() -> watcher.events("beat").findAny().isPresent());
      long sent = System.nanoTime();
      send(TestingRevision.opened("quick").build());
      await().until(() -> watcher.alerts().contains("quick/1"));
      long at =
          watcher
              .events("alerts")
              .filter(event -> event.data().toString().contains("quick"))
              .findFirst()
              .orElseThrow()
              .at();
      assertThat(Duration.ofNanos(at - sent)).isLessThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void whoComesBackToARestartedServerMissesNothing() {
    String id;
    try (Watcher watcher = watch(Town.DISTRICT, null)) {
      send(TestingRevision.opened("before").build());
      await().until(() -> watcher.alerts().contains("before/1"));
      id = watcher.lastId();
    }
    Alert missed = TestingRevision.opened("missed").build();
    send(missed);
    console.close();
    send(TestingRevision.after(missed, 10).build());
    console = start();
    try (Watcher watcher = watch(Town.DISTRICT, id)) {
      await().until(() -> !watcher.alerts().isEmpty());
      assertThat(watcher.alerts()).containsExactly("missed/2");
      assertThat(watcher.events("reset")).isEmpty();
    }
  }

  @Test
  void nothingIsMissedBetweenThePresentAndTheStream() {
    String id = Watcher.get(console.url("/api/live"), Town.DISTRICT).get("id").asText();
    send(TestingRevision.opened("in-between").build());
    await().until(() -> console.city().alert("in-between").isPresent());
    try (Watcher watcher =
        Watcher.watch(console.url("/api/stream?after=" + id), Town.DISTRICT, null)) {
      await().until(() -> watcher.alerts().contains("in-between/1"));
    }
  }

  @Test
  void anAlertThatTheTopicDropsIsToldToWhoSawItOnly() {
    try (Watcher own = watch(Town.DISTRICT, null);
        Watcher other = watch(Town.OTHER_DISTRICT, null)) {
      send(TestingRevision.opened("dropped").build());
      await().until(() -> own.alerts().contains("dropped/1"));
      send(Topics.ALERTS, "dropped", null);
      await().until(() -> own.gone().contains("dropped"));
      assertThat(own.lastId()).isEqualTo(console.city().stateId().toString());

      send(TestingRevision.opened("dropped").build());
      await().until(() -> own.alerts().stream().filter("dropped/1"::equals).count() == 2);
      assertThat(own.gone()).containsExactly("dropped");
      assertThat(own.events("reset")).isEmpty();
      assertThat(other.gone()).isEmpty();
    }
  }

  @Test
  void whoComesBackIsToldWhatWasDroppedMeanwhile() {
    String id;
    try (Watcher watcher = watch(Town.DISTRICT, null)) {
      send(TestingRevision.opened("lost").build());
      await().until(() -> watcher.alerts().contains("lost/1"));
      id = watcher.lastId();
    }
    send(Topics.ALERTS, "lost", null);
    console.close();
    console = start();
    try (Watcher own = watch(Town.DISTRICT, id);
        Watcher other = watch(Town.OTHER_DISTRICT, id)) {
      await().until(() -> own.events("alerts").findAny().isPresent());
      await().until(() -> other.events("alerts").findAny().isPresent());
      assertThat(own.gone()).containsExactly("lost");
      assertThat(own.events("reset")).isEmpty();
      assertThat(other.gone()).isEmpty();
    }
  }

  @Test
  void anIdOfAnotherCityResets() {
    for (String id : List.of("another:1.1", "nonsense", Long.MAX_VALUE + "")) {
      try (Watcher watcher = watch(Town.DISTRICT, id)) {
        await().until(() -> watcher.events("reset").findAny().isPresent());
      }
    }
  }

  @Test
  void aSeatIsToldNothingOfAnotherDistrict() {
    String before = console.city().stateId().toString();
    try (Watcher own = watch(Town.DISTRICT, null);
        Watcher other = watch(Town.OTHER_DISTRICT, null)) {
      send(TestingRevision.opened("ours").build());
      send(TestingRevision.farAway("theirs").build());
      await().until(() -> own.alerts().contains("ours/1"));
      await().until(() -> other.alerts().contains("theirs/1"));
      assertThat(own.alerts()).noneMatch(alert -> alert.startsWith("theirs"));
      assertThat(other.alerts()).noneMatch(alert -> alert.startsWith("ours"));
    }
    try (Watcher replayed = watch(Town.OTHER_DISTRICT, before)) {
      await().until(() -> replayed.alerts().contains("theirs/1"));
      assertThat(replayed.alerts()).containsExactly("theirs/1");
    }
    assertThat(Watcher.status(console.url("/api/alerts/ours"), Town.OTHER_DISTRICT)).isEqualTo(404);
    assertThat(Watcher.status(console.url("/api/alerts/ours"), Town.DISTRICT)).isEqualTo(200);
  }

  @Test
  void oneWhoDoesNotReadHoldsNobody() throws IOException {
    try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), console.url("/").getPort());
        Watcher watcher = watch(Town.DISTRICT, null)) {
      slow.setReceiveBufferSize(1_024);
      slow.getOutputStream()
          .write(
              "GET /api/stream HTTP/1.1\r\nHost: console\r\n%s: %s\r\n\r\n"
                  .formatted(TestingConsole.PLACES, Town.DISTRICT)
                  .getBytes(StandardCharsets.US_ASCII));
      await().until(() -> console.hub().size() == 2);
      List<Future<RecordMetadata>> sent =
          IntStream.range(0, 30_000)
              .mapToObj(i -> sendSoon(TestingRevision.opened("flood-" + i).build()))
              .toList();
      producer.flush();
      assertThat(sent).allMatch(Future::isDone);
      send(TestingRevision.opened("last").build());
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> watcher.alerts().contains("last/1") && watcher.alerts().size() > 30_000);
      await().until(() -> console.hub().size() == 1);
    }
  }

  @Test
  void minutesOfAPlaceGoToThoseWhoAskedForIt() {
    try (Watcher asked =
            Watcher.watch(console.url("/api/stream?metrics=" + Town.GRID), Town.DISTRICT, null);
        Watcher other = watch(Town.DISTRICT, null)) {
      await().until(() -> other.events("beat").count() > 1);
      PlaceMetrics minute = TestingRevision.minute(Town.GRID);
      await()
          .pollInterval(Duration.ofSeconds(1))
          .until(
              () -> {
                send(
                    Topics.PLACE_METRICS,
                    Town.GRID,
                    SingleObjectCodec.of(PlaceMetrics.class).encode(minute));
                return asked.events("metrics").findAny().isPresent();
              });
      assertThat(asked.events("metrics").findFirst().orElseThrow().data().get(0).get("count"))
          .hasToString("7");
      assertThat(other.events("metrics")).isEmpty();
    }
    assertThat(Watcher.status(console.url("/api/stream?metrics=" + Town.FAR_GRID), Town.DISTRICT))
        .isEqualTo(404);
  }

  @Test
  void aRefusalGoesToTheSeatThatActed() {
    try (Watcher acted = watch(Town.DISTRICT, null);
        Watcher other = watch(Town.OTHER_DISTRICT, null)) {
      await()
          .pollInterval(Duration.ofSeconds(1))
          .until(
              () -> {
                RejectedRecord refused = TestingRevision.refused(Town.DISTRICT + "-test-01");
                send(
                    Topics.REJECTED_RECORDS,
                    refused.getTopic(),
                    SingleObjectCodec.of(RejectedRecord.class).encode(refused));
                return acted.events("refusal").findAny().isPresent();
              });
      Watcher.Event refusal = acted.events("refusal").findFirst().orElseThrow();
      assertThat(refusal.data().get("actionId").asText())
          .isEqualTo("000102030405060708090a0b0c0d0e0f");
      assertThat(refusal.data().get("reason").asText()).isEqualTo("STALE_REVISION");
      assertThat(other.events("refusal")).isEmpty();
    }
  }

  @Test
  void aStreamEndsWithItsSession() {
    try (Watcher watcher = watch(Town.OTHER_DISTRICT, null)) {
      await().until(() -> watcher.events("beat").findAny().isPresent());
      console.endSessionsOf(Town.OTHER_DISTRICT);
      await().until(() -> !watcher.isOpen());
    }
  }

  @Test
  void streamsEndWithTheServer() {
    try (Watcher watcher = watch(Town.DISTRICT, null)) {
      await().until(() -> watcher.events("beat").findAny().isPresent());
      console.hub().close();
      await().until(() -> !watcher.isOpen());
    }
  }

  @Test
  void theServerIsHeardTwiceASecond() {
    try (Watcher watcher = watch(Town.DISTRICT, null)) {
      await().until(() -> watcher.events("beat").count() >= 5);
      List<Long> beats = watcher.events("beat").map(Watcher.Event::at).limit(5).toList();
      assertThat(Duration.ofNanos(beats.get(4) - beats.get(0))).isLessThan(Duration.ofSeconds(2));
    }
  }

  private static TestingConsole start() {
    TestingConsole console = TestingConsole.start(kafka.bootstrapServers());
    await().atMost(Duration.ofMinutes(1)).until(() -> console.city().isReady());
    return console;
  }

  private Watcher watch(String places, String id) {
    return Watcher.watch(console.url("/api/stream"), places, id);
  }

  private static void send(Alert alert) {
    send(Topics.ALERTS, alert.getAlertId(), TestingRevision.bytes(alert));
  }

  private static Future<RecordMetadata> sendSoon(Alert alert) {
    return producer.send(
        new ProducerRecord<>(Topics.ALERTS, alert.getAlertId(), TestingRevision.bytes(alert)));
  }

  private static void place(TestingPlace place, String parent) {
    Place record = place.build();
    record.setParent(parent);
    send(Topics.PLACES, record.getCode(), SingleObjectCodec.of(Place.class).encode(record));
  }

  private static void send(String topic, String key, byte[] value) {
    try {
      assertThat(producer.send(new ProducerRecord<>(topic, key, value)).get().hasOffset()).isTrue();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
