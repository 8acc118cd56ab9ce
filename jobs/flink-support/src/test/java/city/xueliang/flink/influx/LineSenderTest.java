package city.xueliang.flink.influx;

import static city.xueliang.flink.influx.FaultyServer.refuseAllIfAny;
import static city.xueliang.flink.influx.FaultyServer.refuseOnly;
import static city.xueliang.flink.influx.FaultyServer.status;
import static city.xueliang.flink.influx.NumberedRows.line;
import static city.xueliang.flink.influx.NumberedRows.lines;
import static org.assertj.core.api.Assertions.assertThat;

import com.influxdb.client.domain.WritePrecision;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.apache.flink.metrics.SimpleCounter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineSenderTest {
  private static final Patience SHORT =
      new Patience(
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofMillis(1),
          Duration.ofMillis(5),
          Duration.ofMillis(10));
  private static final String BAD = line(37).toString();
  private static final Predicate<String> IS_BAD = BAD::equals;

  private final FaultyServer server = FaultyServer.start();
  private final TestingRefusedPoints refused = TestingRefusedPoints.empty();
  private final SinkCounters counters =
      new SinkCounters(new SimpleCounter(), new SimpleCounter(), new SimpleCounter());
  private final InfluxDbTarget target =
      new InfluxDbTarget(
          server.url(), "city", "xueliang/week", WritePrecision.MS, TokenSupplier.none());
  private final InfluxDbConnection connection = new InfluxDbConnection(target, SHORT, client -> {});
  private final LineSender sender = new LineSender(target, connection, refused, SHORT, counters);

  @AfterEach
  void close() {
    connection.close();
    server.close();
  }

  @Test
  void goodLinesGoInOneRequestToTheirBucketWithoutAToken() throws Exception {
    sender.send(hundredLines());

    assertThat(server.requests())
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.lines()).isEqualTo(100);
              assertThat(request.authorization()).isNull();
              assertThat(request.pathAndQuery())
                  .startsWith("/api/v2/write?")
                  .contains("bucket=xueliang%2Fweek")
                  .contains("precision=ms");
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 413, 422})
  void aBatchRefusedAsAWholeIsHalvedUntilTheBadLineStandsAlone(int status) throws Exception {
    server.otherwise(refuseAllIfAny(status, IS_BAD));

    sender.send(hundredLines());

    assertThat(server.stored()).containsExactlyElementsOf(goodLines());
    assertThat(TestingRefusedPoints.DURABLE)
        .containsExactly(
            new TestingRefusedPoints.Refused(BAD, "HTTP status " + status + ": cannot take it"));
  }

  @Test
  void aBatchWhoseGoodLinesWereKeptEndsTheSame() throws Exception {
    server.otherwise(refuseOnly(IS_BAD));

    sender.send(hundredLines());

    assertThat(server.stored()).containsExactlyInAnyOrderElementsOf(goodLines());
    assertThat(TestingRefusedPoints.DURABLE)
        .containsExactly(
            new TestingRefusedPoints.Refused(BAD, "HTTP status 400: partial write: dropped=1"));
  }

  @Test
  void countsWhatWasWrittenRepeatedAndRefused() throws Exception {
    server.next(status(503), status(401)).otherwise(refuseAllIfAny(400, IS_BAD));

    sender.send(hundredLines());

    assertThat(counters.rowsWritten().getCount()).isEqualTo(99);
    assertThat(counters.writeRetries().getCount()).isEqualTo(2);
    assertThat(counters.pointsRefused().getCount()).isEqualTo(1);
  }

  @Test
  void aRefusedLineIsHandedOverAgainUntilItIsDurable() throws Exception {
    server.otherwise(refuseAllIfAny(400, IS_BAD));
    refused.failingFlushes(3);

    sender.send(hundredLines());

    assertThat(TestingRefusedPoints.DURABLE).hasSize(1);
    assertThat(server.stored()).containsExactlyElementsOf(goodLines());
  }

  @Test
  void aTokenThatCannotBeReadIsAskedForAgain() throws Exception {
    int[] asked = {0};
    TokenSupplier renewed =
        () -> {
          asked[0]++;
          return asked[0] == 1 ? "bad\ntoken" : "good\n";
        };
    InfluxDbTarget guarded =
        new InfluxDbTarget(server.url(), "city", "xueliang", WritePrecision.MS, renewed);
    try (InfluxDbConnection asks = new InfluxDbConnection(guarded, SHORT, client -> {})) {
      new LineSender(guarded, asks, refused, SHORT, counters).send(hundredLines());
    }

    assertThat(server.requests())
        .extracting(FaultyServer.Request::authorization)
        .containsExactly("Token good");
  }

  private static List<LineProtocol> hundredLines() {
    return LongStream.range(0, 100).mapToObj(NumberedRows::line).toList();
  }

  private static List<String> goodLines() {
    return lines(100).stream().filter(IS_BAD.negate()).toList();
  }
}
