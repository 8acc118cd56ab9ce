package city.xueliang.placewatch.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.rule.RulebookChange;
import city.xueliang.placewatch.job.CityFeeds.Sent;
import city.xueliang.rulebook.RulebookRecords;
import city.xueliang.schemas.RejectedRecord;
import city.xueliang.schemas.Topics;
import city.xueliang.testing.TestingCameraEvent;
import city.xueliang.testing.TestingCluster;
import city.xueliang.testing.TestingDevice;
import city.xueliang.testing.TestingPlace;
import city.xueliang.testing.TestingRules;
import city.xueliang.testing.TestingSensorReading;
import city.xueliang.testing.Town;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in its topics, the job runs on. */
class PoisonITCase {
  private static final int RECORDS_OF_A_TOPIC = 1_000;
  private static final List<String> TOPICS =
      List.of(
          Topics.CAMERA_EVENTS,
          Topics.SENSOR_READINGS,
          Topics.DEVICES,
          Topics.PLACES,
          Topics.RULES,
          Topics.DISPATCH_ACTIONS);

  /** About the largest value that a producer sends by its defaults. */
  private static final int LARGEST_VALUE = (1 << 20) - 150;

  @TempDir private Path folder;
  private final Random random = new Random(3);
  private TestingJob job;

  @BeforeEach
  void start() throws Exception {
    job = TestingJob.prepare(folder);
  }

  @AfterEach
  void stop() throws Exception {
    job.close();
  }

  @Test
  void garbledRecordsOfEveryTopicAreRejectedAndTheJobNeverRestarts() throws Exception {
    job.send(CityFeeds.registry());
    List<Sent> poison = poison();
    job.send(poison);
    job.submit();
    job.send(CityFeeds.end());
    job.send(CityFeeds.tick(CityFeeds.MINUTES + 10));

    await()
        .atMost(TestingCluster.PATIENCE)
        .until(() -> !new Published(job.topics).rows().isEmpty());
    await()
        .atMost(TestingCluster.PATIENCE)
        .untilAsserted(
            () -> assertThat(new Published(job.topics).rejections()).hasSize(poison.size()));
    Map<String, RejectedRecord> rejections = new Published(job.topics).rejections();
    for (String topic : TOPICS) {
      for (var record : job.topics.read(topic)) {
        String position = PlainCity.position(topic, record.partition(), record.offset());
        if (rejections.containsKey(position)) {
          byte[] kept = rejections.get(position).getBytes().array();
          assertThat(kept).isEqualTo(Arrays.copyOf(record.value(), kept.length));
        }
      }
    }
    assertThat(job.isRunning()).isTrue();
    assertThat(job.restarts()).isZero();
  }

  /** Records that are all wrong, in ways that no check knows beforehand. */
  private List<Sent> poison() {
    List<Sent> poison = new ArrayList<>();
    for (String topic : TOPICS) {
      for (int i = 0; i < RECORDS_OF_A_TOPIC; i++) {
        byte[] good = good(topic);
        byte[] garbled = Arrays.copyOf(good, random.nextInt(good.length));
        for (int at = 10; at < garbled.length; at++) {
          garbled[at] = (byte) random.nextInt();
        }
        // A body as short as this is never whole.
        poison.add(
            new Sent(topic, Town.CAMERA, Arrays.copyOf(garbled, Math.min(garbled.length, 20)), 0));
      }
      byte[] largest = new byte[LARGEST_VALUE];
      random.nextBytes(largest);
      poison.add(new Sent(topic, Town.CAMERA, largest, 0));
    }
    String text = "长".repeat(70_000);
    poison.add(new Sent(Topics.CAMERA_EVENTS, text, TestingCameraEvent.from(text).bytes(), 0));
    poison.add(new Sent(Topics.SENSOR_READINGS, text, TestingSensorReading.from(text).bytes(), 0));
    poison.add(new Sent(Topics.DEVICES, text, TestingDevice.camera(text).bytes(), 0));
    poison.add(
        new Sent(Topics.DEVICES, text, TestingDevice.camera(Town.CAMERA).segment(text).bytes(), 0));
    poison.add(
        new Sent(Topics.DEVICES, text, TestingDevice.camera(Town.CAMERA).in(text).bytes(), 0));
    poison.add(new Sent(Topics.PLACES, text, TestingPlace.grid(text).bytes(), 0));
    return poison;
  }

  private static byte[] good(String topic) {
    return switch (topic) {
      case Topics.CAMERA_EVENTS -> TestingCameraEvent.from(Town.CAMERA).bytes();
      case Topics.SENSOR_READINGS -> TestingSensorReading.from(Town.SENSOR).bytes();
      case Topics.DEVICES -> TestingDevice.camera(Town.CAMERA).bytes();
      case Topics.RULES ->
          new RulebookRecords()
              .encode(
                  RulebookChange.of(
                      TestingRules.above("gas", Measure.GAS_LEL_PERCENT, 25, 20).build()));
      case Topics.DISPATCH_ACTIONS -> TestingWork.acknowledgement("f".repeat(32));
      default -> TestingPlace.grid(Town.GRID).bytes();
    };
  }
}
