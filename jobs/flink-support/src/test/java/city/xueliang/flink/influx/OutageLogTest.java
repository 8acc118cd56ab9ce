package city.xueliang.flink.influx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutageLogTest {
  private final AtomicLong clock = new AtomicLong();
  private final CapturedLog captured = CapturedLog.of(InfluxDbSink.class);
  private final OutageLog log = new OutageLog("bucket 'xueliang'", clock::get);

  @AfterEach
  void close() {
    captured.close();
  }

  @Test
  void theFirstFailureIsToldAtOnceWithItsReason() {
    log.heldUp(500, "HTTP status 404: no such bucket");

    assertThat(captured.text())
        .contains("bucket 'xueliang' did not take 500 points")
        .contains("HTTP status 404: no such bucket");
  }

  @Test
  void furtherFailuresAreToldEveryThirtySeconds() {
    for (int second = 0; second < 90; second++) {
      log.heldUp(500, "away");
      clock.addAndGet(Duration.ofSeconds(1).toNanos());
    }

    assertThat(captured.count()).isEqualTo(3);
  }

  @Test
  void theEndIsToldWithTheLengthOfTheOutage() {
    log.heldUp(500, "away");
    clock.addAndGet(Duration.ofSeconds(75).toNanos());
    log.goesOn();
    log.goesOn();

    assertThat(captured.text()).contains("takes points again after PT1M15S");
    assertThat(captured.count()).isEqualTo(2);
  }

  @Test
  void aServerThatComesAndGoesDoesNotFloodTheLog() {
    for (int blink = 0; blink < 100; blink++) {
      log.heldUp(1, "away");
      log.goesOn();
    }

    assertThat(captured.count()).isEqualTo(2);
  }
}
