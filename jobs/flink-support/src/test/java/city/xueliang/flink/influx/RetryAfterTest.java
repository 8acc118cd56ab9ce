package city.xueliang.flink.influx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
  private static final String NOON = "Sat, 21 Nov 2026 12:00:00 GMT";
  private static final String TEN_SECONDS_LATER = "Sat, 21 Nov 2026 12:00:10 GMT";

  @Test
  void readsSeconds() {
    assertThat(RetryAfter.of(Map.of("Retry-After", "17"))).isEqualTo(Duration.ofSeconds(17));
  }

  @Test
  void readsADateByTheServersClock() {
    assertThat(RetryAfter.of(Map.of("Retry-After", TEN_SECONDS_LATER, "Date", NOON)))
        .isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void aDateThatIsPastAsksForNothing() {
    assertThat(RetryAfter.of(Map.of("Retry-After", NOON, "Date", TEN_SECONDS_LATER)))
        .isEqualTo(Duration.ZERO);
  }

  @Test
  void whatIsMissingOrUnreadableAsksForNothing() {
    assertThat(RetryAfter.of(Map.of())).isEqualTo(Duration.ZERO);
    assertThat(RetryAfter.of(Map.of("Retry-After", "soon", "Date", NOON))).isEqualTo(Duration.ZERO);
    assertThat(RetryAfter.of(Map.of("Retry-After", NOON))).isEqualTo(Duration.ZERO);
  }
}
