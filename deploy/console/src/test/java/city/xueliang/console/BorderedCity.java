package city.xueliang.console;

import static org.awaitility.Awaitility.await;

import city.xueliang.console.browser.StoreRow;
import city.xueliang.console.limit.Limits;
import city.xueliang.console.signin.AccessSettings;
import city.xueliang.console.signin.TestingIssuer;
import city.xueliang.domain.rule.RulebookChange;
import city.xueliang.embedded.EmbeddedKafka;
import city.xueliang.embedded.EmbeddedStore;
import city.xueliang.embedded.TopicSpec;
import city.xueliang.feeds.registry.RegistryRecords;
import city.xueliang.rulebook.RulebookRecords;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.Place;
import city.xueliang.schemas.PlaceMetrics;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import city.xueliang.store.layout.QuestDbTables;
import city.xueliang.store.reading.QuestDbSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The whole server over a real broker and store, with seats of which each sees a part of it. */
final class BorderedCity implements AutoCloseable {
  static final ZoneId XINING = ZoneId.of("Asia/Shanghai");

  private static final String HISTORY_SUFFIX = "_history";

  /** All requests are of one seat, however much it sees. */
  private static final Limits MANY_EXPORTS =
      new Limits(
          Limits.DEFAULT.reads(),
          Limits.DEFAULT.writes(),
          Limits.DEFAULT.reads(),
          Limits.DEFAULT.signIns(),
          Limits.DEFAULT.streamsPerSeat(),
          Limits.DEFAULT.streams());

  private final HttpClient client = HttpClient.newHttpClient();
  private final TestingIssuer issuer = TestingIssuer.start();
  private final EmbeddedKafka kafka;
  private final EmbeddedStore store;
  private final KafkaProducer<String, byte[]> producer;
  private final ConsoleServer server;

  private BorderedCity(Path folder) {
    kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
    kafka.createTopics(
        Console.TOPICS.stream().map(topic -> new TopicSpec(topic, 1, Map.of())).toList());
    store = EmbeddedStore.start(folder.resolve("store"), 0);
    QuestDbTables.statements(HISTORY_SUFFIX).forEach(store::execute);
    producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());
    SingleObjectCodec<Place> places = SingleObjectCodec.of(Place.class);
    TestingCity.places()
        .forEach(
            place ->
                send(Topics.PLACES, place.code(), places.encode(RegistryRecords.toRecord(place))));
    server =
        ConsoleServer.start(
            new ConsoleSettings(
                ConsoleSettings.LOOPBACK,
                0,
                kafka.bootstrapServers(),
                StoreSettings.of(new QuestDbSource(store.url(), HISTORY_SUFFIX)),
                XINING,
                new AccessSettings(
                    Optional.of(issuer.settings()), Optional.empty(), Optional.empty()),
                MANY_EXPORTS));
    await().until(server::isReady);
  }

  static BorderedCity start(Path folder) {
    return new BorderedCity(folder);
  }

  void publish(Alert alert) {
    send(Topics.ALERTS, alert.getAlertId(), SingleObjectCodec.of(Alert.class).encode(alert));
  }

  void publish(PlaceMetrics metrics) {
    send(
        Topics.PLACE_METRICS,
        metrics.getPlace(),
        SingleObjectCodec.of(PlaceMetrics.class).encode(metrics));
  }

  void lay(RulebookChange change) {
    send(Topics.RULES, change.key(), new RulebookRecords().encode(change));
  }

  /** Writes rows and returns when the store answers with them. */
  void write(List<StoreRow> rows) {
    StoreRow.write(store, rows);
  }

  /** A request of an operator who sees these places and zones. */
  HttpRequest.Builder request(List<String> places, String path) {
    String token =
        issuer.accessToken(
            claims ->
                claims
                    .claim("seat", "630105-ops-02")
                    .claim("role", "OPERATOR")
                    .claim("places", places));
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .header("Authorization", "Bearer " + token);
  }

  <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler) {
    try {
      return client.send(request.build(), handler);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    producer.close();
    store.close();
    issuer.close();
    kafka.close();
  }

  private void send(String topic, String key, byte[] value) {
    var unused = producer.send(new ProducerRecord<>(topic, key, value));
    producer.flush();
  }
}
