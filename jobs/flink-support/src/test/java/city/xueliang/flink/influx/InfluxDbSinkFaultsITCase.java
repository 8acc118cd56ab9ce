package city.xueliang.flink.influx;

import static city.xueliang.flink.influx.FaultyServer.breakOff;
import static city.xueliang.flink.influx.FaultyServer.never;
import static city.xueliang.flink.influx.FaultyServer.status;
import static city.xueliang.flink.influx.FaultyServer.tooManyRequests;
import static city.xueliang.flink.influx.NumberedRows.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.xueliang.flink.influx.FaultyServer.Answer;
import com.influxdb.client.domain.WritePrecision;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InfluxDbSinkFaultsITCase {
  @RegisterExtension static final MiniClusterExtension FLINK = new MiniClusterExtension();

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String TOKEN = "not-to-be-seen-7Qx";

  private final FaultyServer server = FaultyServer.start();
  @TempDir private Path folder;

  @BeforeEach
  void forgetCount() {
    NumberedRows.forgetCount();
  }

  @AfterEach
  void closeServer() {
    server.close();
  }

  static List<Named<Answer>> faultsThatPass() {
    return List.of(
        Named.of("too many requests", status(429)),
        Named.of("server error", status(500)),
        Named.of("service unavailable", status(503)),
        Named.of("unauthorised", status(401)),
        Named.of("forbidden", status(403)),
        Named.of("no such bucket", status(404)),
        Named.of("no answer in time", never()),
        Named.of("connection broken off", breakOff()));
  }

  @ParameterizedTest
  @MethodSource("faultsThatPass")
  void aFaultThatPassesLosesNothingAndKeepsTheOrder(Answer fault) throws Exception {
    Answer good = FaultyServer::store;
    server.next(fault, good, fault, fault, good, fault);

    SinkJob.through(sink()).rows(500).run();

    assertThat(server.stored()).containsExactlyElementsOf(lines(500));
  }

  @Test
  void aServerThatAsksToBeLeftAloneIsLeftAlone() throws Exception {
    server.next(tooManyRequests(1));

    SinkJob.through(sink()).rows(10).run();

    long pause = server.requests().get(1).nanos() - server.requests().get(0).nanos();
    assertThat(Duration.ofNanos(pause)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  static List<Named<Answer>> lastingOutages() {
    return List.of(Named.of("service unavailable", status(503)), Named.of("server hangs", never()));
  }

  @ParameterizedTest
  @MethodSource("lastingOutages")
  void aCheckpointOfAnOutageHoldsWhatIsNotWrittenYet(Answer outage) throws Exception {
    server.next(FaultyServer::store).otherwise(outage);
    InfluxDbSinkBuilder<Long> sink = sink().requestTimeout(Duration.ofMinutes(1));
    JobClient job = SinkJob.through(sink).rows(2_000).perSecond(500).start();
    await().atMost(PATIENCE).until(() -> NumberedRows.TAKEN.get() > 300);
    String savepoint = SinkJob.savepoint(job, folder);
    SinkJob.cancel(job);
    assertThat(server.stored()).hasSizeLessThan(300);
    server.mended();

    SinkJob.through(sink()).rows(2_000).from(savepoint).run();

    assertThat(server.stored()).containsExactlyInAnyOrderElementsOf(lines(2_000));
  }

  @Test
  void aFullBufferHoldsTheJobBack() throws Exception {
    server.otherwise(status(503));
    JobClient job = SinkJob.through(sink().maxBufferedPoints(250)).rows(2_000).start();

    await()
        .atMost(PATIENCE)
        .during(Duration.ofMillis(500))
        .until(() -> NumberedRows.TAKEN.get() >= 200 && NumberedRows.TAKEN.get() <= 251);
    server.mended();
    SinkJob.awaitEnd(job);

    assertThat(server.stored()).containsExactlyElementsOf(lines(2_000));
  }

  @Test
  void aSinkWhoseServerHangsClosesSoonAndLeavesNoThread() throws Exception {
    server.otherwise(never());
    InfluxDbSinkBuilder<Long> sink = sink().requestTimeout(Duration.ofMinutes(1));
    JobClient job = SinkJob.through(sink).rows(2_000).perSecond(500).start();
    await().atMost(PATIENCE).until(() -> !server.requests().isEmpty());

    SinkJob.cancel(job);

    await().atMost(Duration.ofSeconds(2)).until(() -> sinkThreads() == 0);
  }

  @Test
  void theTokenReachesTheServerAndNoLog() throws Exception {
    server.next(status(401), status(503), breakOff());
    InfluxDbSinkBuilder<Long> sink = sink();
    try (CapturedLog log = CapturedLog.ofEverything()) {
      SinkJob.through(sink).rows(100).run();

      assertThat(log.text()).contains("HTTP status 401").doesNotContain(TOKEN);
    }
    assertThat(server.requests())
        .extracting(FaultyServer.Request::authorization)
        .containsOnly("Token " + TOKEN);
    assertThat(sink.build() + " " + sink.target).doesNotContain(TOKEN).contains(server.url());
  }

  private InfluxDbSinkBuilder<Long> sink() {
    return InfluxDbSink.<Long>builder()
        .target(
            new InfluxDbTarget(server.url(), "city", "xueliang", WritePrecision.MS, () -> TOKEN))
        .points(NumberedRows::point)
        .refusedPoints(TestingRefusedPoints.empty())
        .batchPoints(50)
        .linger(Duration.ofMillis(20))
        .requestTimeout(Duration.ofMillis(300))
        .firstBackoff(Duration.ofMillis(10))
        .maxBackoff(Duration.ofMillis(200));
  }

  private static long sinkThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("influxdb-sink"))
        .count();
  }
}
