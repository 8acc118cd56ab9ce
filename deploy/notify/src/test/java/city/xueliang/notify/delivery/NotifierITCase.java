package city.xueliang.notify.delivery;

import static city.xueliang.notify.TestingAlert.cleared;
import static city.xueliang.notify.TestingAlert.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.xueliang.embedded.EmbeddedKafka;
import city.xueliang.embedded.TopicSpec;
import city.xueliang.notify.channel.FakeServer;
import city.xueliang.notify.channel.FakeServer.Answer;
import city.xueliang.notify.config.NotifyConfig;
import city.xueliang.notify.config.NotifyFile;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.Place;
import city.xueliang.schemas.PlaceLevel;
import city.xueliang.schemas.Rule;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotifierITCase {
  private static final String TOKEN = "token-never-to-be-shown";
  private static final String SECRET = "secret-never-to-be-shown";
  private static final String HOOK =
      "  - {id: hook, type: webhook, urlFrom: HOOK_URL, secretFrom: SECRET, timeout: 5s}\n";
  private static final String MAIL =
      """
        - id: duty
          type: mail
          host: 127.0.0.1
          port: %d
          encryption: none
          from: xueliang@example.com
          to: [duty@example.com]
          perMinute: 100
      """;

  private final FakeServer server = new FakeServer(request -> Answer.of(200, ""));
  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final CapturedLog log = new CapturedLog();
  private EmbeddedKafka broker;
  private Producer<String, byte[]> producer;

  @BeforeEach
  void start(@TempDir Path folder) {
    mail.start();
    broker = EmbeddedKafka.start(folder, 0);
    broker.createTopics(
        Stream.of(Topics.ALERTS, Topics.RULES, Topics.PLACES)
            .map(topic -> new TopicSpec(topic, 2, Map.of("cleanup.policy", "compact")))
            .toList());
    producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  @AfterEach
  void stop() {
    producer.close();
    broker.close();
    mail.stop();
    server.close();
    log.close();
  }

  @Test
  void everyChannelIsToldWithNamesAndNoLogShowsASecret() throws Exception {
    publish(
        Topics.RULES,
        "gas-first-stage",
        Rule.newBuilder()
            .setRuleId("gas-first-stage")
            .setVersion(3)
            .setNameZh("可燃气体一级")
            .setNameEn("Gas, first stage")
            .build());
    publish(
        Topics.PLACES,
        "630105003012007",
        Place.newBuilder()
            .setCode("630105003012007")
            .setLevel(PlaceLevel.GRID)
            .setNameZh("第七网格")
            .build());
    server.answer(
        request ->
            server.requests().size() == 1 ? Answer.of(503, TOKEN + SECRET) : Answer.of(200, ""));
    try (Notifier notifier = run(config(true), false)) {
      publish(opened());
      publish(opened("held").setSilencedBy("works"));
      publish(cleared(2));
      await()
          .until(
              () -> notifier.figures("hook").sent() == 2 && mail.getReceivedMessages().length == 2);
      assertThat(server.requests().get(2).body()).contains("可燃气体一级 · 第七网格");
      assertThat(mail.getReceivedMessages()[0].getSubject()).contains("可燃气体一级");
      assertThat(server.keys())
          .containsExactly(
              opened().getAlertId() + "-1",
              opened().getAlertId() + "-1",
              opened().getAlertId() + "-2");
      assertThat(notifier.figures("hook")).hasToString("sent 2, retried 1, limited 0, put aside 0");
    }
    assertThat(log.text()).contains("sent").doesNotContain(TOKEN, SECRET);
  }

  @Test
  void aNewChannelTellsOnlyWhatComesFromNowOnUnlessAsked() throws Exception {
    publish(opened("old"));
    try (Notifier first = run(config(false), false)) {
      publish(opened("new"));
      await().until(() -> !server.requests().isEmpty());
      assertThat(server.keys()).containsExactly("new-1");
      await().until(() -> first.figures("hook").sent() == 1);
    }
    NotifyConfig other = parse(HOOK.replace("id: hook", "id: other"));
    try (Notifier second = run(other, true)) {
      await().until(() -> second.figures("other").sent() == 2);
    }
    assertThat(server.keys()).contains("old-1");
  }

  @Test
  void aRestartInMidDeliveryLosesNothingAndRepeatsWithTheSameKey() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    server.answer(
        request -> {
          if (request.key().equals("alert-7-1") && gate.getCount() > 0) {
            waitFor(gate);
          }
          return Answer.of(200, "");
        });
    Set<String> expected =
        new HashSet<>(IntStream.range(0, 20).mapToObj(i -> "alert-" + i + "-1").toList());
    long begun;
    try (Notifier killed = run(config(true), false)) {
      for (int i = 0; i < 20; i++) {
        publish(opened("alert-" + i));
      }
      await().until(() -> server.keys().contains("alert-7-1"));
      assertThat(killed.figures("hook").putAside()).isZero();
      begun = System.nanoTime();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    gate.countDown();
    publish(opened("while-down"));
    expected.add("while-down-1");
    try (Notifier again = run(config(true), false)) {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () ->
                  server.keys().contains("while-down-1")
                      && new HashSet<>(server.keys()).equals(expected)
                      && mailIds().size() == expected.size());
      assertThat(again.figures("hook").putAside()).isZero();
    }
    assertThat(server.keys().stream().filter("alert-7-1"::equals)).hasSizeBetween(2, 3);
    assertThat(server.keys()).hasSizeLessThan(expected.size() + 5);
  }

  @Test
  void aDeadChannelDelaysNoOther() throws Exception {
    server.answer(request -> Answer.of(503, ""));
    try (Notifier notifier = run(config(true), false)) {
      for (int i = 0; i < 30; i++) {
        publish(opened("alert-" + i));
      }
      await().atMost(Duration.ofSeconds(8)).until(() -> mailIds().size() == 30);
      assertThat(notifier.figures("hook").sent()).isZero();
      server.answer(request -> Answer.of(200, ""));
      await().atMost(Duration.ofSeconds(30)).until(() -> notifier.figures("hook").sent() == 30);
    }
  }

  private Set<String> mailIds() throws Exception {
    Set<String> ids = new HashSet<>();
    for (MimeMessage message : mail.getReceivedMessages()) {
      ids.add(message.getMessageID());
    }
    return ids;
  }

  private static void waitFor(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private NotifyConfig config(boolean withMail) throws Exception {
    return parse(withMail ? HOOK + MAIL.formatted(mail.getSmtp().getPort()) : HOOK);
  }

  private NotifyConfig parse(String channels) throws Exception {
    Map<String, String> environment =
        Map.of("HOOK_URL", server.url("/alerts?key=" + TOKEN), "SECRET", SECRET);
    return NotifyFile.parse("notify.yaml", "channels:\n" + channels, environment::get);
  }

  /** Returns when every channel has its partitions, so that what comes then is new to it. */
  private Notifier run(NotifyConfig config, boolean fromBeginning) {
    int before = log.count("tells alerts from");
    Notifier notifier =
        Notifier.start(config, broker.bootstrapServers(), fromBeginning, Clock.systemUTC());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> log.count("tells alerts from") >= before + config.channels().size());
    return notifier;
  }

  private void publish(Alert.Builder alert) throws Exception {
    Alert record = alert.build();
    publish(Topics.ALERTS, record.getAlertId(), record);
  }

  private <T extends SpecificRecord> void publish(String topic, String key, T record)
      throws Exception {
    @SuppressWarnings("unchecked")
    Class<T> type = (Class<T>) record.getClass();
    byte[] value = SingleObjectCodec.of(type).encode(record);
    for (var sent : List.of(producer.send(new ProducerRecord<>(topic, key, value)))) {
      assertThat(sent.get().hasOffset()).isTrue();
    }
  }
}
