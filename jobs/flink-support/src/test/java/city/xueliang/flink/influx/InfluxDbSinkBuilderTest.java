package city.xueliang.flink.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.influxdb.client.domain.WritePrecision;
import java.time.Duration;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class InfluxDbSinkBuilderTest {
  @Test
  void theDefaultsAreAsDocumented() {
    assertThat(Batching.DEFAULT)
        .isEqualTo(new Batching(5_000, 4_194_304, Duration.ofMillis(500), 1, 200_000));
    assertThat(Patience.DEFAULT)
        .isEqualTo(
            new Patience(
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofMillis(100),
                Duration.ofSeconds(5),
                Duration.ofMinutes(1)));
  }

  @Test
  void aSinkTravelsToItsTaskManager() throws Exception {
    byte[] serialized = InstantiationUtil.serializeObject(complete().build());

    Object arrived = InstantiationUtil.deserializeObject(serialized, getClass().getClassLoader());

    assertThat(arrived)
        .hasToString("InfluxDB sink to bucket 'xueliang' of org 'city' at http://127.0.0.1:8086");
  }

  @Test
  void whatHasNoDefaultMustBeGiven() {
    refuses(complete().target(null), "InfluxDB sink option target is missing; it has no default");
    refuses(complete().points(null), "InfluxDB sink option points is missing; it has no default");
    refuses(
        complete().refusedPoints(null),
        "InfluxDB sink option refusedPoints is missing; it has no default");
  }

  @Test
  void anOptionOutsideItsRangeIsNamedWithItsValueAndTheRange() {
    refuses(
        complete().batchPoints(0), "InfluxDB sink option batchPoints is 0; allowed: 1 to 1000000");
    refuses(
        complete().batchBytes(0), "InfluxDB sink option batchBytes is 0; allowed: 1 to 1073741824");
    refuses(
        complete().linger(Duration.ZERO),
        "InfluxDB sink option linger is PT0S; allowed: PT0.001S to PT10M");
    refuses(complete().maxInFlight(65), "InfluxDB sink option maxInFlight is 65; allowed: 1 to 64");
    refuses(
        complete().connectTimeout(Duration.ZERO),
        "InfluxDB sink option connectTimeout is PT0S; allowed: PT0.001S to PT1H");
    refuses(
        complete().requestTimeout(null),
        "InfluxDB sink option requestTimeout is null; allowed: PT0.001S to PT1H");
    refuses(
        complete().maxBackoff(Duration.ofMillis(99)),
        "InfluxDB sink option maxBackoff is PT0.099S; allowed: PT0.1S to PT1H");
  }

  @Test
  void theBufferMustTakeMoreThanTwoBatches() {
    refuses(
        complete().batchPoints(100).maxBufferedPoints(200),
        "maxBufferedPoints is 200; allowed: more than twice batchPoints, which is 100");
  }

  private static void refuses(InfluxDbSinkBuilder<Long> options, String message) {
    assertThatIllegalArgumentException().isThrownBy(options::build).withMessage(message);
  }

  private static InfluxDbSinkBuilder<Long> complete() {
    return InfluxDbSink.<Long>builder()
        .target(
            new InfluxDbTarget(
                "http://127.0.0.1:8086", "city", "xueliang", WritePrecision.MS, () -> "hidden"))
        .points(NumberedRows::point)
        .refusedPoints(new TestingRefusedPoints());
  }
}
