package city.xueliang.feeds.simulate.signal;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.coverage.DeviceContact;
import city.xueliang.domain.coverage.DeviceStatus;
import city.xueliang.domain.coverage.Patience;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.ModelClass;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the simulator's sensors read when nothing is wrong is not taken for a stuck sensor's. */
class HealthySensorsTest {
  private static final Instant START = Instant.parse("2026-11-20T16:00:00Z");
  private static final int INTERVAL_SECONDS = 120;
  private static final Patience PATIENCE =
      Patience.withInterval(INTERVAL_SECONDS, DeviceContact.NEVER);

  private final SensorSignal signal =
      new SensorSignal(1, new CityCalendar(ZoneId.of("Asia/Shanghai"), START));

  static Stream<Measure> quantities() {
    return Arrays.stream(Measure.values()).filter(measure -> measure.sender() == ModelClass.SENSOR);
  }

  @ParameterizedTest
  @MethodSource("quantities")
  void aHealthySensorIsNeverFrozen(Measure quantity) {
    long end = START.plus(Duration.ofDays(1)).toEpochMilli();
    for (int sensor = 0; sensor < 50; sensor++) {
      DeviceContact contact = DeviceContact.expected(START.toEpochMilli());
      for (long at = START.toEpochMilli(); at < end; at += INTERVAL_SECONDS * 1_000L) {
        contact =
            contact.heard(quantity, signal.value(sensor, quantity, at), at).judged(at, PATIENCE);
        assertThat(contact.status()).isEqualTo(DeviceStatus.HEARD);
      }
    }
  }
}
