package city.xueliang.domain.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"500ms", "30s", "5m", "1h30m", "2d", "1d2h3m4s5ms", "0s"})
  void whatIsWrittenIsReadBack(String text) {
    assertThat(DurationText.format(DurationText.parse(text).orElseThrow())).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "5", "5 m", "m", "-5m", "5m1h", "1.5h", "9999999999s"})
  void anythingElseIsNoSpan(String text) {
    assertThat(DurationText.parse(text)).isEmpty();
  }

  @Test
  void minutesAndMillisecondsAreToldApart() {
    assertThat(DurationText.parse("5ms")).contains(Duration.ofMillis(5));
  }
}
