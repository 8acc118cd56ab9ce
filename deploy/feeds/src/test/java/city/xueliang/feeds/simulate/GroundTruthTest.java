package city.xueliang.feeds.simulate;

import static city.xueliang.feeds.simulate.TestingCities.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.observation.Measure;
import city.xueliang.feeds.simulate.fault.Flaw;
import city.xueliang.feeds.simulate.incident.Incident;
import city.xueliang.feeds.simulate.incident.IncidentKind;
import city.xueliang.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroundTruthTest {
  @TempDir private Path folder;

  @Test
  void anIncidentIsInTheFileAsSoonAsItBegins() throws IOException {
    Path file = folder.resolve("truth.jsonl");
    try (GroundTruth truth = GroundTruth.to(file)) {
      truth.write(
          new Incident(
              "incident-0001",
              IncidentKind.GAS_LEAK,
              List.of("630105001001001"),
              List.of("63010500011340000001"),
              NOON,
              NOON.plusSeconds(31),
              Map.of(Measure.GAS_LEL_PERCENT, 62.5)));
      assertThat(Files.readString(file))
          .isEqualTo(
              "{\"incident\":\"incident-0001\",\"kind\":\"GAS_LEAK\","
                  + "\"from\":\"2026-11-21T04:00:00Z\",\"to\":\"2026-11-21T04:00:31Z\","
                  + "\"peaks\":{\"GAS_LEL_PERCENT\":62.5},"
                  + "\"places\":[\"630105001001001\"],"
                  + "\"devices\":[\"63010500011340000001\"]}\n");
    }
  }

  @Test
  void anInterruptedThreadCanStillWrite() throws IOException {
    Path file = folder.resolve("truth.jsonl");
    SentTally tally = new SentTally();
    tally.add(new SimulatedRecord(0, Topics.CAMERA_EVENTS, "1", new byte[0], Flaw.TRUNCATED));
    Thread.currentThread().interrupt();
    try (GroundTruth truth = GroundTruth.to(file)) {
      truth.write(tally, NOON, NOON.plusSeconds(1));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(Files.readString(file)).contains("\"sent\":1,", "\"good\":0,", "\"truncated\":1,");
  }
}
