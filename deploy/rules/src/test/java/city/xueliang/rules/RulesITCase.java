package city.xueliang.rules;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.rule.Rulebook;
import city.xueliang.domain.rule.RulebookChange;
import city.xueliang.embedded.EmbeddedKafka;
import city.xueliang.embedded.TopicSpec;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.AlertState;
import city.xueliang.schemas.Colour;
import city.xueliang.schemas.PlaceLevel;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

class RulesITCase {
  private static final Map<String, String> COMPACTED = Map.of("cleanup.policy", "compact");
  private static final String GAS =
      """
        - id: gas
          name: {zh: 可燃气体, en: Combustible gas}
          colour: ORANGE
          type: threshold
          measure: GAS_LEL_PERCENT
          direction: ABOVE
          limit: 25
          clearLimit: 20
      """;
  private static final String SMOKE =
      """
        - id: smoke
          name: {zh: 烟雾, en: Smoke}
          colour: YELLOW
          type: burst
          sign: SMOKE
          count: 3
          span: 1m
      """;

  @TempDir private Path folder;
  private EmbeddedKafka kafka;

  @BeforeEach
  void startBroker() {
    kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
    kafka.createTopics(
        List.of(
            new TopicSpec(Topics.RULES, 1, COMPACTED),
            new TopicSpec(Topics.PLACES, 1, COMPACTED),
            new TopicSpec(Topics.ALERTS, 2, Map.of())));
  }

  @AfterEach
  void stopBroker() {
    kafka.close();
  }

  @Test
  void theDefaultRulesAreAddedOnceAndUnchangedAfterwards() {
    CommandRun first = run("publish", DefaultRulesTest.FILE);
    CommandRun again = run("publish", DefaultRulesTest.FILE);

    assertThat(first.err()).isEmpty();
    assertThat(first.out()).contains("+ gas-second-stage  added, version 1");
    assertThat(again.out()).startsWith("added 0, changed 0, removed 0, unchanged 4");
  }

  @Test
  void aChangeIsShownKeyByKeyAndGetsTheNextVersion() throws IOException {
    run("publish", file(GAS + SMOKE));
    String lower = GAS.replace("limit: 25", "limit: 22.5");

    CommandRun diff = run("diff", file(lower + SMOKE));
    assertThat(diff.out())
        .isEqualToNormalizingNewlines(
            """
            ~ gas  changed, version 1 → 2
                limit: 25 → 22.5
            added 0, changed 1, removed 0, unchanged 1
            """);
    assertThat(version("gas")).isEqualTo(1);

    run("publish", file(lower + SMOKE));
    assertThat(version("gas")).isEqualTo(2);
    assertThat(version("smoke")).isEqualTo(1);
  }

  @Test
  void aBrokenFileChangesNothing() throws IOException {
    run("publish", file(GAS));

    CommandRun run = run("publish", file(GAS.replace("limit: 25", "limit: 30") + "  - id: x\n"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(version("gas")).isEqualTo(1);
  }

  @Test
  void aRuleMayHoldBackOneThatIsInForceOnly() throws IOException {
    run("publish", file(SMOKE));
    String holding = GAS + "    handling: {inhibits: [{rule: smoke}]}\n";

    assertThat(CommandRun.english("check", file(holding)).exitCode()).isEqualTo(2);
    assertThat(run("publish", file(holding)).exitCode()).isZero();
  }

  @Test
  void pruneRemovesWhatLeftTheFilesAndVersionsGoOnAfterwards() throws IOException {
    run("publish", file(GAS + SMOKE));

    assertThat(run("publish", file(SMOKE), "--prune").out()).contains("- gas  removed");
    assertThat(inForce().rules()).containsOnlyKeys("smoke");
    run("publish", file(GAS));
    assertThat(version("gas")).isEqualTo(2);
  }

  @Test
  void aRollbackBringsTheOlderContentBackUnderTheNextVersion() throws IOException {
    run("publish", file(GAS));
    run("publish", file(GAS.replace("limit: 25", "limit: 30")));

    CommandRun run = run("rollback", "gas");

    assertThat(run.out())
        .contains("limit: 30 → 25", "gas has the content of version 1 again, now version 3");
    assertThat(version("gas")).isEqualTo(3);
    assertThat(run("history", "gas").out())
        .contains("version 1", "version 2", "limit: 25 → 30", "version 3", "630100-ops-01");
    assertThat(run("rollback", "gas", "--to", 2).out()).contains("now version 4");
    assertThat(run("rollback", "gas", "--to", 9).exitCode()).isEqualTo(2);
  }

  @Test
  void whatIsInForceIsShownInFullWhenNamed() throws IOException {
    run("publish", file(GAS + SMOKE));

    assertThat(run("show").out()).contains("in force: 2");
    assertThat(run("show", "gas").out()).contains("gas", "v1", "    limit: 25");
    assertThat(run("show", "heat").exitCode()).isEqualTo(2);
  }

  @Test
  void aRecordThatMakesNoSenseIsNeverInForceAndStandsInTheHistory() throws IOException {
    run("publish", file(GAS));
    send(Topics.RULES, "gas", new byte[] {1, 2, 3});

    assertThat(version("gas")).isEqualTo(1);
    assertThat(run("history", "gas").out()).contains("never in force");
  }

  @Test
  void aSilenceIsPreviewedOnTheAlertsOfTheLastDays() throws IOException {
    run("publish", file(GAS + SMOKE));
    alert("1", 1, "gas", "630105002001001");
    alert("1", 2, "gas", "630105002001001");
    alert("2", 1, "gas", "630102001001001");
    alert("3", 1, "smoke", "630105002001001");
    Path silence =
        Files.writeString(
            folder.resolve("silence.yaml"),
            """
            silences:
              - id: works
                places: [630105]
                rules: [gas]
                from: 2026-11-22T08:00
                to: 2026-11-22T18:00
            """);

    CommandRun preview = run("silence", silence, "--preview");
    assertThat(preview.err()).isEmpty();
    assertThat(preview.out())
        .startsWith("works  would have held back 1 of the 3 alerts of the last 7 days")
        .containsPattern("gas +\\w+ +630105002001001")
        .doesNotContain("630102001001001")
        .contains("nothing was published");
    assertThat(inForce().silences()).isEmpty();

    run("silence", silence);
    assertThat(inForce().silences().get("works").from())
        .isEqualTo(Instant.parse("2026-11-22T00:00:00Z").toEpochMilli());
  }

  private Path file(String rules) throws IOException {
    return Files.writeString(folder.resolve("rules.yaml"), "rules:\n" + rules);
  }

  private CommandRun run(Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--bootstrap", kafka.bootstrapServers()));
    return CommandRun.english(all.toArray());
  }

  private Rulebook inForce() {
    return LaidDown.read(kafka.bootstrapServers()).inForce();
  }

  private int version(String key) {
    return inForce().entries().getOrDefault(key, RulebookChange.removal(key)).contentVersion();
  }

  private void alert(String id, int revision, String rule, String grid) {
    Instant at = Instant.parse("2026-11-21T08:00:00Z");
    Alert alert =
        Alert.newBuilder()
            .setAlertId(id)
            .setRevision(revision)
            .setRuleId(rule)
            .setRuleVersion(1)
            .setColour(Colour.ORANGE)
            .setState(AlertState.OPEN)
            .setPlace(grid)
            .setLevel(PlaceLevel.GRID)
            .setDistrict(grid.substring(0, 6))
            .setFirstOccurredAt(at)
            .setLastOccurredAt(at)
            .setOccurrences(1)
            .build();
    send(Topics.ALERTS, id, SingleObjectCodec.of(Alert.class).encode(alert));
  }

  private void send(String topic, String key, byte[] value) {
    Map<String, Object> settings =
        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
    try (Producer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      var unused = producer.send(new ProducerRecord<>(topic, key, value));
      producer.flush();
    }
  }
}
