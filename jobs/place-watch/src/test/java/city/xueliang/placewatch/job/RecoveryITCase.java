package city.xueliang.placewatch.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.xueliang.placewatch.job.CityFeeds.Sent;
import city.xueliang.schemas.PlaceMetrics;
import city.xueliang.schemas.Topics;
import city.xueliang.testing.TestingCluster;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that was disturbed ends with the rows, rejections and alerts of one that was not. */
class RecoveryITCase {
  @TempDir private Path folder;
  private TestingJob job;
  private List<Sent> firstHalf;
  private List<Sent> secondHalf;

  @BeforeEach
  void runTheFirstHalf() throws Exception {
    List<Sent> feeds = CityFeeds.of(2);
    firstHalf = feeds.subList(0, feeds.size() / 2);
    secondHalf = feeds.subList(feeds.size() / 2, feeds.size());
    job = TestingJob.prepare(folder);
    job.send(CityFeeds.registry());
    job.send(firstHalf);
    job.submit();
    awaitRead(firstHalf.size());
  }

  @AfterEach
  void close() throws Exception {
    job.close();
  }

  @Test
  void aJobThatWasCancelledGoesOnFromItsCheckpoint() throws Exception {
    Path checkpoint = job.checkpoint();
    job.send(secondHalf.subList(0, secondHalf.size() / 2));
    // What is published of these is published again by the job that goes on from before them.
    awaitRead(firstHalf.size() + secondHalf.size() / 2);
    job.cancel();
    job.send(secondHalf.subList(secondHalf.size() / 2, secondHalf.size()));

    job.restore(checkpoint);

    assertEndsAsIfUndisturbed();
  }

  @Test
  void aJobWhoseTaskManagerDiesGoesOnByItself() throws Exception {
    job.checkpoint();
    job.send(secondHalf);

    job.fail();

    assertEndsAsIfUndisturbed();
    assertThat(job.restarts()).isEqualTo(1);
  }

  private void assertEndsAsIfUndisturbed() throws Exception {
    List<ConsumerRecord<byte[], byte[]>> feeds =
        new ArrayList<>(job.topics.read(Topics.CAMERA_EVENTS));
    feeds.addAll(job.topics.read(Topics.SENSOR_READINGS));
    PlainCity expected = PlainCity.of(feeds);
    Published published = new Published(job.topics);
    job.send(CityFeeds.end());
    await().atMost(TestingCluster.PATIENCE).until(() -> published.isComplete(expected));

    for (Map.Entry<String, PlaceMetrics> row : published.rowsOfTheFeeds().entrySet()) {
      RowCheck.assertRow(
          row.getValue(),
          expected.values.get(row.getKey()),
          expected.devices.get(row.getKey()).size());
    }
    await()
        .atMost(TestingCluster.PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(published.alerts()).isEqualTo(expected.alerts);
              assertThat(published.rejections()).hasSize(expected.rejections.size());
            });
    PublishedAlerts.of(job).assertEachRevisionIsToldOnceAndInOrder();
    IntakeCheck.assertRows(job);
  }

  private void awaitRead(long feedRecords) {
    // The registry is read twice: to its end, and on from there.
    long registryRecords = 2L * CityFeeds.registry().size();
    await()
        .atMost(TestingCluster.PATIENCE)
        .until(() -> job.intake("read") >= registryRecords + feedRecords);
  }
}
