package city.xueliang.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.xueliang.feeds.simulate.SimulatedRecord;
import city.xueliang.testing.TestingCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order in which records arrive, the parallelism, and failures leave no trace in the rows. */
class ShuffledHourITCase {
  private static final SeededHour HOUR = new SeededHour(2, 0);
  private static final int PARTS = 4;
  private static final Instant END = SeededHour.TWO_DAYS_LATER.minus(Duration.ofDays(1));

  @TempDir private static Path folder;
  private static PublishedRows inOrder;

  @BeforeAll
  static void runTheHourInOrder() throws Exception {
    try (TestingCity city = start("in-order", 2)) {
      OutsideClient.send(city.kafka(), HOUR.records());
      inOrder = end(city);
    }
  }

  @Test
  void shuffledRecordsGiveTheSameRows() throws Exception {
    try (TestingCity city = start("shuffled", 1)) {
      sendInParts(city, HOUR.shuffled(1));

      assertSameRows(end(city));
      assertThat(city.intake("missed")).isZero();
    }
  }

  @Test
  void shuffledRecordsWithAFailureInTheMiddleGiveTheSameRows() throws Exception {
    List<SimulatedRecord> records = HOUR.shuffled(2);
    int half = records.size() / 2;
    int most = records.size() * 3 / 4;
    try (TestingCity city = start("failed", 4)) {
      sendInParts(city, records.subList(0, half));
      OutsideClient.send(city.kafka(), records.subList(half, most));
      city.fail();
      sendInParts(city, records.subList(most, records.size()));

      assertSameRows(end(city));
      assertThat(city.restarts()).isEqualTo(1);
    }
  }

  /** Each part is read before the next one comes, so that there is something to correct. */
  private static void sendInParts(TestingCity city, List<SimulatedRecord> records)
      throws Exception {
    int part = records.size() / PARTS + 1;
    for (int from = 0; from < records.size(); from += part) {
      OutsideClient.send(
          city.kafka(), records.subList(from, Math.min(from + part, records.size())));
      city.awaitAllRead();
    }
  }

  private static void assertSameRows(PublishedRows shuffled) {
    // Else all records were in time, and nothing was shown. How many there are, is a matter of
    // time.
    assertThat(shuffled.corrections()).isGreaterThan(shuffled.rows().size() / 20);
    assertThat(shuffled.rows()).isEqualTo(inOrder.rows());
  }

  private static TestingCity start(String name, int parallelism) throws Exception {
    return TestingCity.start(folder.resolve(name), HOUR.registry(), parallelism);
  }

  /** Ends the hour; the rows once they equal the plain count. */
  private static PublishedRows end(TestingCity city) throws Exception {
    PlainCount expected = PlainCount.of(city.kafka());
    city.awaitAllRead();
    OutsideClient.sendAll(city.kafka(), HOUR.end());
    await("rows equal the plain count")
        .atMost(TestingCluster.PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () ->
                RowCheck.assertPublished(
                    PublishedRows.before(END, city.kafka()).rows(), expected.rows()));
    return PublishedRows.before(END, city.kafka());
  }
}
