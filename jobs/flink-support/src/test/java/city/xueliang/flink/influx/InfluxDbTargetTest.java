package city.xueliang.flink.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.influxdb.client.domain.WritePrecision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class InfluxDbTargetTest {
  private static final String URL = "http://127.0.0.1:8086";

  @Test
  void namesItselfWithoutItsToken() {
    InfluxDbTarget target =
        new InfluxDbTarget(URL, "city", "xueliang", WritePrecision.MS, () -> "hidden");

    assertThat(target).hasToString("bucket 'xueliang' of org 'city' at http://127.0.0.1:8086");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "127.0.0.1:8086", "udp://127.0.0.1:8089"})
  void aUrlMustBeHttp(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new InfluxDbTarget(url, "o", "b", WritePrecision.MS, TokenSupplier.none()))
        .withMessage(
            "InfluxDB url is '%s'; allowed: http://host:port or https://host:port".formatted(url));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://me:hidden@store:8086", "http://store:8086?token=hidden"})
  void aUrlMustHoldNoSecretAndDoesNotShowIt(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new InfluxDbTarget(url, "o", "b", WritePrecision.MS, TokenSupplier.none()))
        .withMessageContaining("'store'")
        .withMessageNotContaining("hidden");
  }

  @Test
  void aBucketMustNotBeBlank() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new InfluxDbTarget(URL, "o", " ", WritePrecision.MS, TokenSupplier.none()))
        .withMessage("InfluxDB bucket is ' '; allowed: any text that is not blank");
  }

  @Test
  void aPrecisionMustBeMillisecondsOrNanoseconds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InfluxDbTarget(URL, "o", "b", WritePrecision.S, TokenSupplier.none()))
        .withMessage("InfluxDB precision is 's'; allowed: MS, NS");
  }
}
