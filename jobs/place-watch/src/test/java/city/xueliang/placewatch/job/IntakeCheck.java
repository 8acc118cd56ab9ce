package city.xueliang.placewatch.job;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.xueliang.schemas.Topics;
import city.xueliang.testing.TestingCluster;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Holds the rows of {@code intake} to a plain count over the topics. */
final class IntakeCheck {
  private IntakeCheck() {}

  /** Waits until the store's rows are those of all records of the topics that the job reads. */
  static void assertRows(TestingJob job) throws Exception {
    List<ConsumerRecord<byte[], byte[]>> feeds = job.topics.read(Topics.CAMERA_EVENTS);
    feeds.addAll(job.topics.read(Topics.SENSOR_READINGS));
    Map<String, List<Long>> expected = PlainCity.of(feeds).intake;
    int others = 0;
    for (String topic : List.of(Topics.DEVICES, Topics.PLACES, Topics.RULES)) {
      List<ConsumerRecord<byte[], byte[]>> records = job.topics.read(topic);
      PlainCity.countTaken(records, expected);
      others += records.size();
    }
    await()
        .atMost(TestingCluster.PATIENCE)
        .untilAsserted(() -> assertThat(rows(job)).isEqualTo(expected));
    long read = expected.values().stream().mapToLong(counts -> counts.get(0)).sum();
    assertThat(read).isEqualTo(feeds.size() + others);
  }

  private static Map<String, List<Long>> rows(TestingJob job) {
    Map<String, List<Long>> rows = new TreeMap<>();
    job.store
        .rows()
        .forEach(
            (identity, fields) -> {
              if (identity.startsWith("intake,")) {
                Map<String, Long> counts = fields(fields);
                assertThat(counts.get("lag_ms")).isBetween(0L, 600_000L);
                rows.put(
                    identity,
                    List.of(
                        counts.get("read"),
                        counts.get("rejected"),
                        counts.get("late"),
                        counts.get("duplicate")));
              }
            });
    return rows;
  }

  private static Map<String, Long> fields(String fields) {
    return Arrays.stream(fields.split(",", -1))
        .map(field -> field.split("=", -1))
        .collect(toMap(field -> field[0], field -> Long.valueOf(field[1].replace("i", ""))));
  }
}
