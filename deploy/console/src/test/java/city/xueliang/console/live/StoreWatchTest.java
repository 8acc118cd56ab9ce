package city.xueliang.console.live;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.xueliang.console.store.MemoryHistory;
import city.xueliang.domain.intake.IntakeCounts;
import city.xueliang.domain.intake.IntakeRow;
import city.xueliang.domain.tally.Window;
import city.xueliang.schemas.Topics;
import city.xueliang.store.reading.MetricHistory;
import city.xueliang.testing.Town;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told of the store, and of the feed by what it holds, while it comes and goes. */
class StoreWatchTest {
  private final SetClock clock = new SetClock();
  private final LiveCity city = new LiveCity(clock);
  private final MemoryHistory store = new MemoryHistory();
  private volatile MetricHistory answering = store;
  private StoreWatch watch;

  @AfterEach
  void stop() {
    if (watch != null) {
      watch.close();
    }
  }

  @Test
  void aStoreThatAnswersTellsHowFarTheFeedIsBehind() {
    store.put(intake(Topics.CAMERA_EVENTS, IntakeRow.NONE, -2, 900, 0, 7, 9_000));
    store.put(intake(Topics.CAMERA_EVENTS, IntakeRow.NONE, -1, 800, 0, 3, 1_500));
    store.put(intake(Topics.CAMERA_EVENTS, "UNDECODABLE", -1, 4, 4, 0, 2_500));
    store.put(intake(Topics.SENSOR_READINGS, "UNKNOWN_DEVICE", -59, 6, 6, 0, 100));
    start();

    await().until(() -> health().at("/store/reachable").asBoolean());

    assertThat(health().get("newestIntakeAt").asLong()).isEqualTo(minutes(-1).toEpochMilli());
    assertThat(health().get("topics"))
        .extracting(JsonNode::toString)
        .containsExactly(
            "{\"topic\":\"camera-events\",\"lagMillis\":2500,\"read\":804,\"rejected\":4,\"late\":10}",
            "{\"topic\":\"sensor-readings\",\"lagMillis\":100,\"read\":6,\"rejected\":6,\"late\":0}");
  }

  @Test
  void whatWasTakenInMoreThanAnHourAgoIsNotCounted() {
    store.put(intake(Topics.CAMERA_EVENTS, "UNDECODABLE", -61, 4, 4, 0, 2_500));
    start();

    await().until(() -> health().at("/store/reachable").asBoolean());

    assertThat(health().get("topics")).isEmpty();
    assertThat(health().has("newestIntakeAt")).isFalse();
  }

  @Test
  void aStoreThatIsAwayIsToldInItsOwnWordsAndTheFiguresStay() {
    store.cover(Town.GRID, Window.MINUTE, minutes(-1), 10, 5);
    store.put(intake(Topics.CAMERA_EVENTS, IntakeRow.NONE, -1, 800, 0, 3, 1_500));
    start();
    await().until(() -> health().at("/store/reachable").asBoolean());

    clock.now = minutes(1);
    answering = MemoryHistory.NOWHERE;
    await().until(() -> !health().at("/store/reachable").asBoolean());

    assertThat(health().at("/store/since").asLong()).isEqualTo(minutes(1).toEpochMilli());
    assertThat(health().at("/store/words").asText())
        .startsWith("The store at http://127.0.0.1:1 does not answer");
    assertThat(health().at("/topics/0/lagMillis").asLong()).isEqualTo(1_500);
    assertThat(city.coverage().get(Town.GRID).start()).isEqualTo(minutes(-1));
  }

  @Test
  void aStoreThatComesBackIsReadFromWhereItWasLost() {
    start();
    await().until(() -> health().at("/store/reachable").asBoolean());
    answering = MemoryHistory.NOWHERE;
    await().until(() -> !health().at("/store/reachable").asBoolean());

    clock.now = minutes(40);
    store.cover(Town.GRID, Window.MINUTE, minutes(5), 10, 5);
    store.put(intake(Topics.CAMERA_EVENTS, IntakeRow.NONE, 39, 800, 0, 0, 700));
    answering = store;
    await().until(() -> health().at("/store/reachable").asBoolean());

    assertThat(health().at("/store/since").asLong()).isEqualTo(minutes(40).toEpochMilli());
    assertThat(health().at("/topics/0/lagMillis").asLong()).isEqualTo(700);
    assertThat(city.coverage().get(Town.GRID).start()).isEqualTo(minutes(5));
  }

  /** Else it would be there and away again with each look, and since a moment only. */
  @Test
  void aStoreThatAnswersInPartIsNotReached() {
    store.cover(Town.GRID, Window.MINUTE, minutes(-1), 10, 5);
    store.loseIntake();
    start();
    await().until(() -> !health().at("/store/words").asText().isEmpty());

    clock.now = minutes(3);
    await()
        .during(Duration.ofMillis(300))
        .until(() -> health().at("/store/since").asLong() == NOON.toEpochMilli());

    assertThat(health().at("/store/reachable").asBoolean()).isFalse();
  }

  @Test
  void anAnswerThatCannotBeTakenIsNoEnd() {
    answering = null;
    start();
    await().until(() -> health().at("/store/words").asText().equals("NullPointerException"));

    answering = store;

    await().until(() -> health().at("/store/reachable").asBoolean());
  }

  private void start() {
    watch = StoreWatch.start(() -> answering, city, clock, Duration.ofMillis(20));
  }

  private JsonNode health() {
    return HealthJson.of(city, clock.millis());
  }

  private static IntakeRow intake(
      String topic, String reason, int minute, long read, long rejected, long late, long lag) {
    return new IntakeRow(
        topic,
        reason,
        minutes(minute).toEpochMilli(),
        new IntakeCounts(read, rejected, late, 0, lag));
  }
}
