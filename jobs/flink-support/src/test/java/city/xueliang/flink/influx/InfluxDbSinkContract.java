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
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What holds on every store that the sink writes to. */
abstract class InfluxDbSinkContract {
  @RegisterExtension static final MiniClusterExtension FLINK = new MiniClusterExtension();

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;
  private Store store;

  /** A real server and how to look into it. */
  interface Store extends AutoCloseable {
    String url();

    HttpClientCustomizer httpClient();

    /** Ends it as hard as it can. */
    void away();

    /** Starts it again, on the same data at the same place. */
    void back();

    /** All rows in the order of their time. */
    List<Row> rows();

    @Override
    void close();
  }

  /** A fresh store over this folder. */
  abstract Store start(Path folder);

  @BeforeEach
  void startStore() {
    NumberedRows.forgetCount();
    store = start(folder);
  }

  @AfterEach
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
    JobClient job = SinkJob.through(sink(NumberedRows::point)).rows(2_000).perSecond(400).start();
    await().atMost(PATIENCE).until(() -> NumberedRows.TAKEN.get() > 300);
    store.away();
    // 1,200 rows at 400 a second: it stays away for three seconds.
    await().atMost(PATIENCE).until(() -> NumberedRows.TAKEN.get() > 1_500);
    store.back();
    SinkJob.awaitEnd(job);

    awaitRows(rows(2_000));
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
        .maxBackoff(Duration.ofMillis(500))
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
