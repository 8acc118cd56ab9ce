package city.xueliang.placewatch.job;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.xueliang.schemas.PlaceMetrics;
import city.xueliang.schemas.RejectReason;
import city.xueliang.schemas.RejectedRecord;
import city.xueliang.schemas.Topics;
import city.xueliang.testing.TestingCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real job, two subtasks of each operator, between a real broker and a small store. It starts
 * before the feeds do.
 */
class PlaceWatchITCase {
  @TempDir private static Path folder;
  private static TestingJob job;
  private static List<ConsumerRecord<byte[], byte[]>> feeds;
  private static PlainCity expected;

  @BeforeAll
  static void runTheFeedsThrough() throws Exception {
    job = TestingJob.prepare(folder);
    job.send(CityFeeds.registry());
    job.submit();
    await()
        .atMost(TestingCluster.PATIENCE)
        .until(() -> job.intake("read") >= 2L * CityFeeds.registry().size());
    // Long enough for every partition of the feeds to be found quiet.
    await().pollDelay(Duration.ofSeconds(1)).until(job::isRunning);

    job.send(CityFeeds.of(1));
    feeds = new ArrayList<>(job.topics.read(Topics.CAMERA_EVENTS));
    feeds.addAll(job.topics.read(Topics.SENSOR_READINGS));
    expected = PlainCity.of(feeds);
    job.send(CityFeeds.end());
    await().atMost(TestingCluster.PATIENCE).until(() -> published().isComplete(expected));
  }

  @AfterAll
  static void stop() throws Exception {
    job.close();
  }

  @Test
  void everyRowIsWhatAPlainLoopTells() throws Exception {
    Map<String, PlaceMetrics> rows = published().rowsOfTheFeeds();

    assertThat(rows).containsOnlyKeys(expected.values.keySet());
    rows.forEach(
        (identity, row) ->
            RowCheck.assertRow(
                row, expected.values.get(identity), expected.devices.get(identity).size()));
  }

  @Test
  void theStoreHoldsTheSameRows() throws Exception {
    Map<String, PlaceMetrics> rows = published().rowsOfTheFeeds();

    await()
        .atMost(TestingCluster.PATIENCE)
        .untilAsserted(
            () -> {
              Map<String, Map<String, String>> stored = storedRows();
              assertThat(stored).containsOnlyKeys(rows.keySet());
              rows.forEach((identity, row) -> assertStored(stored.get(identity), row));
            });
  }

  @Test
  void everyRejectedRecordIsPublishedWithItsReasonAndBytes() throws Exception {
    await()
        .atMost(TestingCluster.PATIENCE)
        .until(() -> published().rejections().size() >= expected.rejections.size());
    Map<String, RejectedRecord> rejections = published().rejections();

    assertThat(
            rejections.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, each -> each.getValue().getReason())))
        .isEqualTo(expected.rejections);
    assertThat(expected.rejections.values())
        .contains(
            RejectReason.UNREADABLE,
            RejectReason.UNKNOWN_DEVICE,
            RejectReason.CLOCK_AHEAD,
            RejectReason.VALUE_NOT_FINITE,
            RejectReason.VALUE_OUT_OF_RANGE);
    for (ConsumerRecord<byte[], byte[]> record : feeds) {
      String position = PlainCity.position(record.topic(), record.partition(), record.offset());
      if (rejections.containsKey(position)) {
        byte[] bytes = record.value() == null ? new byte[0] : record.value();
        assertThat(rejections.get(position).getBytes().array()).isEqualTo(bytes);
      }
    }
  }

  @Test
  void everyAlertHasTheIdAndTheRevisionsThatItsReadingsGiveIt() {
    assertThat(expected.alerts).hasSizeGreaterThan(20);
    await()
        .atMost(TestingCluster.PATIENCE)
        .untilAsserted(() -> assertThat(published().alerts()).isEqualTo(expected.alerts));
  }

  @Test
  void everyRowOfTheIntakeIsWhatAPlainCountTells() throws Exception {
    IntakeCheck.assertRows(job);
  }

  @Test
  void thePageOfMetricsTellsTheSame() throws Exception {
    List<ConsumerRecord<byte[], byte[]>> all = job.topics.read(Topics.CAMERA_EVENTS);
    all.addAll(job.topics.read(Topics.SENSOR_READINGS));
    PlainCity plain = PlainCity.of(all);
    await()
        .atMost(TestingCluster.PATIENCE)
        .untilAsserted(
            () -> {
              MetricsPage page = job.metricsPage();
              MetricsCheck.assertFigures(page, Topics.CAMERA_EVENTS, plain.intake);
              MetricsCheck.assertFigures(page, Topics.SENSOR_READINGS, plain.intake);
              MetricsCheck.assertWatermarkDelay(page);
              assertThat(page.sum("influxdb_writeRetries", Map.of()))
                  .isEqualTo(TestingStore.FAILING_AT_FIRST);
            });
  }

  @Test
  void theCountsAddUp() {
    assertThat(expected.late).isPositive();
    assertThat(expected.duplicates).isPositive();
    assertThat(expected.counted + expected.late + expected.duplicates + expected.rejections.size())
        .isEqualTo(feeds.size());
    await()
        .atMost(TestingCluster.PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(job.intake("late")).isEqualTo(expected.late);
              assertThat(job.intake("duplicate")).isEqualTo(expected.duplicates);
              assertThat(job.intake("missed")).isZero();
              assertThat(job.intake("rejected")).isEqualTo(expected.rejections.size());
            });
  }

  @Test
  void theJobNeverRestarted() throws Exception {
    assertThat(job.isRunning()).isTrue();
    assertThat(job.restarts()).isZero();
  }

  private static Published published() {
    return new Published(job.topics);
  }

  /** Fields of the rows of the feeds' windows, by place, measure, window and start. */
  private static Map<String, Map<String, String>> storedRows() {
    Map<String, Map<String, String>> rows = new TreeMap<>();
    job.store
        .rows()
        .forEach(
            (key, fields) -> {
              Map<String, String> tags =
                  pairs(key.substring(key.indexOf(',') + 1, key.indexOf(' ')));
              String measure = tags.getOrDefault("kind", tags.get("quantity"));
              if (measure == null) {
                // Of intake, coverage, alerts or seats.
                return;
              }
              Instant start =
                  Instant.ofEpochMilli(Long.parseLong(key.substring(key.indexOf(' ') + 1)));
              if (CityFeeds.isWithin(start)) {
                rows.put(
                    PlainCity.row(tags.get("place"), measure, tags.get("window"), start),
                    pairs(fields));
              }
            });
    return rows;
  }

  private static void assertStored(Map<String, String> fields, PlaceMetrics row) {
    if (row.getKind() != null) {
      assertThat(fields).containsEntry("events", row.getCount() + "i");
      assertThat(fields).containsEntry("count_sum", Math.round(row.getSum()) + "i");
    } else {
      assertThat(fields).containsEntry("readings", row.getCount() + "i");
      assertThat(Double.parseDouble(fields.get("min"))).isEqualTo(row.getMin());
      assertThat(Double.parseDouble(fields.get("p95"))).isEqualTo(row.getP95());
    }
    assertThat(fields).containsEntry("devices", row.getDevices() + "i");
  }

  private static Map<String, String> pairs(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(pair -> pair.split("=", -1))
        .collect(toMap(pair -> pair[0], pair -> pair[1]));
  }
}
