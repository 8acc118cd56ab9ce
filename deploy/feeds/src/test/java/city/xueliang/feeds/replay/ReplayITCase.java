package city.xueliang.feeds.replay;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.embedded.EmbeddedKafka;
import city.xueliang.embedded.TopicSpec;
import city.xueliang.feeds.send.TopicReader;
import city.xueliang.schemas.CameraEvent;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import city.xueliang.schemas.UndecodableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReplayITCase {
  private static final Instant NOON = Instant.parse("2026-06-01T04:00:00Z");
  private static final String MAPPING =
      """
      time: {column: at, pattern: "yyyy-MM-dd HH:mm", zone: Asia/Shanghai}
      device: {column: counter, prefix: "63010500001320"}
      kind: CROWD_COUNT
      count: {column: heads}
      """;
  private static final List<TopicSpec> TOPICS =
      List.of(
          new TopicSpec(Topics.CAMERA_EVENTS, 4, Map.of()),
          new TopicSpec(Topics.SENSOR_READINGS, 4, Map.of()));

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private EmbeddedKafka kafka;

  @BeforeEach
  void startKafka() throws IOException {
    kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
    Files.writeString(folder.resolve("mapping.yaml"), MAPPING);
  }

  @AfterEach
  void stopKafka() {
    kafka.close();
  }

  @Test
  void everyRowIsReadBackInOrderPerDevice() throws Exception {
    kafka.createTopics(TOPICS);
    List<String> rows = IntStream.range(0, 3_000).mapToObj(ReplayITCase::row).toList();

    int exitCode = replay(rows);

    assertThat(exitCode).isZero();
    Map<String, List<Integer>> countsPerDevice =
        read().stream()
            .collect(
                groupingBy(CameraEvent::getDeviceId, mapping(CameraEvent::getCount, toList())));
    assertThat(countsPerDevice).hasSize(10);
    for (int counter = 0; counter < 10; counter++) {
      int first = counter;
      assertThat(countsPerDevice.get("6301050000132000000" + counter))
          .containsExactlyElementsOf(
              IntStream.range(0, 300).mapToObj(hour -> hour * 10 + first).toList());
    }
    assertThat(shown(out)).contains("sent 3000 to camera-events, 0 to sensor-readings");
  }

  @Test
  void theKeyOfARecordIsItsDevice() throws Exception {
    kafka.createTopics(TOPICS);

    replay(List.of(row(0)));

    assertThat(TopicReader.readAll(kafka.bootstrapServers(), Topics.CAMERA_EVENTS))
        .extracting(ConsumerRecord::key)
        .containsExactly("63010500001320000000");
  }

  @Test
  void badRowsAreToldAndTheOthersArrive() throws Exception {
    kafka.createTopics(TOPICS);

    int exitCode = replay(List.of(row(0), "1,2026-03-02 08:00,many", row(2)));

    assertThat(exitCode).isEqualTo(ReplayRun.BAD_ROWS);
    assertThat(read()).extracting(CameraEvent::getCount).containsExactlyInAnyOrder(0, 2);
    assertThat(shown(err)).contains("counts.csv:3: heads: \"many\" is no number");
    assertThat(shown(out)).contains("bad [number-unreadable]: 1 rows");
  }

  @Test
  void shiftedTimesBeginNow() throws Exception {
    kafka.createTopics(TOPICS);

    replay(List.of(row(0)), "--times", "shifted");

    assertThat(read()).extracting(CameraEvent::getOccurredAt).containsExactly(NOON);
  }

  @Test
  void missingTopicsAreToldBeforeAnythingIsSent() throws Exception {
    int exitCode = replay(List.of(row(0)));

    assertThat(exitCode).isEqualTo(ReplayRun.FAILED);
    assertThat(shown(err)).contains("has no topic camera-events, sensor-readings");
  }

  private int replay(List<String> rows, String... options) throws IOException {
    Path file = folder.resolve("counts.csv");
    Files.writeString(file, "counter,at,heads\n" + String.join("\n", rows) + "\n");
    List<String> arguments = new ArrayList<>();
    arguments.add(file.toString());
    arguments.addAll(List.of("--mapping", folder.resolve("mapping.yaml").toString()));
    arguments.addAll(List.of("--bootstrap", kafka.bootstrapServers()));
    arguments.addAll(List.of(options));
    ReplayCommand command =
        new ReplayCommand(
            Locale.ENGLISH, Clock.fixed(NOON, ZoneOffset.UTC), print(out), print(err));
    return new CommandLine(command).execute(arguments.toArray(String[]::new));
  }

  private List<CameraEvent> read() throws UndecodableException {
    SingleObjectCodec<CameraEvent> codec = SingleObjectCodec.of(CameraEvent.class);
    List<CameraEvent> events = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record :
        TopicReader.readAll(kafka.bootstrapServers(), Topics.CAMERA_EVENTS)) {
      events.add(codec.decode(record.value(), null));
    }
    return events;
  }

  /** The n-th row: ten counters, each of which counts n. */
  private static String row(int n) {
    return "%d,2026-03-02 08:%02d,%d".formatted(n % 10, n / 10 % 60, n);
  }

  private static PrintStream print(ByteArrayOutputStream screen) {
    return new PrintStream(screen, true, StandardCharsets.UTF_8);
  }

  private static String shown(ByteArrayOutputStream screen) {
    return screen.toString(StandardCharsets.UTF_8);
  }
}
