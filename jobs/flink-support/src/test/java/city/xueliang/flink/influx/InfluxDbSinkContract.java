package city.xueliang.flink.influx;

import static city.xueliang.flink.influx.NumberedRows.nextVersions;
import static city.xueliang.flink.influx.NumberedRows.row;
import static city.xueliang.flink.influx.NumberedRows.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.xueliang.flink.influx.NumberedRows.Row;
import com.influxdb.client.domain.WritePrecision;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What holds on every store that the sink writes to. One server serves all tests of a class. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class InfluxDbSinkContract {
  @RegisterExtension static final MiniClusterExtension FLINK = new MiniClusterExtension();

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /**
   * An outage of a minute at 400 rows a second that is tried again every 500 ms, all ten times as
   * fast: as many rows have to wait for the server, and as many attempts fail.
   */
  private static final int SECONDS_AWAY = 6;

  private static final int ROWS_PER_SECOND = 4_000;
  private static final Duration LONGEST_BACKOFF = Duration.ofMillis(50);

  private Store store;

  /** A real server and how to look into it. */
  interface Store extends AutoCloseable {
    String url();

    HttpClientCustomizer httpClient();

    /** Makes it as it was at first, without any row. */
    void empty();

    /** Ends it as hard as it can. */
    void away();

    /** Starts it again, on the same data at the same place. */
    void back();

    /** All rows in the order of their time. */
    List<Row> rows();

    @Override
    void close();
  }

  /** A store over this folder. */
  abstract Store start(Path folder);

  @BeforeAll
  void startStore(@TempDir Path folder) {
    store = start(folder);
  }

  @BeforeEach
  void emptyStore() {
    NumberedRows.forgetCount();
    store.empty();
  }

  @AfterEach
  void endJobs(@InjectMiniCluster MiniCluster cluster) throws Exception {
    SinkJob.cancelAll(cluster);
  }

  @AfterAll
  void closeStore() {
    if (store != null) {
      store.close();
    }
  }

  @Test
  void wholeAndDecimalNumbersLandAsTheyAre() throws Exception {
    SinkJob.through(sink(NumberedRows::point)).rows(200).run();

    awaitRows(rows(200));
  }

  @Test
  void aRowThatIsSentAgainReplacesTheFirst() throws Exception {
    SinkJob.through(sink(NumberedRows::point)).rows(200).run();
    SinkJob.through(sink(NumberedRows::nextVersion)).rows(200).run();

    awaitRows(nextVersions(200));
  }

  @Test
  void timesKeepTheirPlaceInNanoseconds() throws Exception {
    SinkJob.through(sink(NumberedRows::point).target(target(WritePrecision.NS))).rows(200).run();
    SinkJob.through(sink(NumberedRows::nextVersion)).rows(200).run();

    awaitRows(nextVersions(200));
  }

  @Test
  void nothingIsLostWhileTheServerIsAway() throws Exception {
    int missed = ROWS_PER_SECOND * SECONDS_AWAY;
    int all = missed + 1_000;
    JobClient job =
        SinkJob.through(sink(NumberedRows::point)).rows(all).perSecond(ROWS_PER_SECOND).start();
    await().atMost(PATIENCE).until(() -> NumberedRows.TAKEN.get() > 300);
    store.away();
    await()
        .atMost(PATIENCE.plusSeconds(SECONDS_AWAY))
        .until(() -> NumberedRows.TAKEN.get() > 300 + missed);
    store.back();
    SinkJob.awaitEnd(job);

    awaitRows(rows(all));
  }

  @Test
  void onePointThatTheServerRefusesTakesNoGoodOneWithIt() throws Exception {
    SinkJob.through(sink(NumberedRows::point)).rows(1).run();
    SinkJob.through(sink(NumberedRows::badAtFifty)).rows(200).run();

    List<Row> good = rows(200).stream().filter(row -> !row.equals(row(50))).toList();
    awaitRows(good);
    assertThat(TestingRefusedPoints.DURABLE)
        .singleElement()
        .satisfies(
            refused -> {
              assertThat(refused.line()).contains("\"fifty\"");
              assertThat(refused.words()).contains("HTTP status 400").contains("whole");
            });
  }

  private InfluxDbSinkBuilder<Long> sink(PointConverter<Long> points) {
    return InfluxDbSink.<Long>builder()
        .target(target(WritePrecision.MS))
        .points(points)
        .refusedPoints(TestingRefusedPoints.empty())
        .linger(Duration.ofMillis(50))
        .firstBackoff(LONGEST_BACKOFF.dividedBy(2))
        .maxBackoff(LONGEST_BACKOFF)
        .httpClient(store.httpClient());
  }

  private InfluxDbTarget target(WritePrecision precision) {
    return new InfluxDbTarget(store.url(), "city", "xueliang", precision, TokenSupplier.none());
  }

  private void awaitRows(List<Row> expected) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(store.rows()).containsExactlyElementsOf(expected));
  }
}
