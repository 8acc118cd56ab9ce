package city.xueliang.placewatch.intake;

import static city.xueliang.placewatch.intake.Decoding.assertRejected;
import static city.xueliang.placewatch.intake.Decoding.decode;
import static city.xueliang.placewatch.intake.Decoding.taken;
import static city.xueliang.testing.Moments.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.observation.Observation;
import city.xueliang.domain.observation.RecordId;
import city.xueliang.schemas.Quality;
import city.xueliang.schemas.Quantity;
import city.xueliang.schemas.RejectReason;
import city.xueliang.testing.Moments;
import city.xueliang.testing.TestingSensorReading;
import city.xueliang.testing.Town;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class SensorReadingDecoderTest {
  private final SensorReadingDecoder decoder = new SensorReadingDecoder(true);

  @Test
  void flattensAReading() {
    Accepted accepted = taken(decode(decoder, reading().value(12.5).bytes()));

    assertThat(accepted.observation())
        .isEqualTo(
            new Observation(
                Town.SENSOR,
                Measure.GAS_LEL_PERCENT,
                NOON.toEpochMilli(),
                NOON.plusSeconds(1).toEpochMilli(),
                12.5,
                RecordId.ofReading(Measure.GAS_LEL_PERCENT, NOON.toEpochMilli())));
  }

  @ParameterizedTest
  @EnumSource(value = Quantity.class, mode = Mode.EXCLUDE, names = "UNKNOWN")
  void takesEveryQuantityFromItsLeastToItsGreatestValue(Quantity quantity) {
    Measure measure = Measure.valueOf(quantity.name());

    for (double value : new double[] {measure.least(), measure.greatest()}) {
      Accepted accepted = taken(decode(decoder, reading().quantity(quantity).value(value).bytes()));
      assertThat(accepted.observation().measure()).isEqualTo(measure);
      assertThat(accepted.observation().value()).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @EnumSource(value = Quantity.class, mode = Mode.EXCLUDE, names = "UNKNOWN")
  void refusesValuesBeyondTheQuantitysRange(Quantity quantity) {
    Measure measure = Measure.valueOf(quantity.name());

    for (double value :
        new double[] {Math.nextDown(measure.least()), Math.nextUp(measure.greatest())}) {
      assertIsRejected(
          reading().quantity(quantity).value(value),
          RejectReason.VALUE_OUT_OF_RANGE,
          "value of %s is %s; allowed is %s to %s"
              .formatted(quantity, value, measure.least(), measure.greatest()));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesAValueThatIsNoNumber(double value) {
    assertIsRejected(
        reading().value(value),
        RejectReason.VALUE_NOT_FINITE,
        "value of GAS_LEL_PERCENT is %s".formatted(value));
  }

  @Test
  void refusesAQuantityOfANewerWriter() {
    assertIsRejected(
        reading().quantity(Quantity.UNKNOWN),
        RejectReason.UNKNOWN_SYMBOL,
        "the quantity is none that this release knows");
  }

  @Test
  void refusesAReadingThatTheSensorCallsBad() {
    assertIsRejected(
        reading().quality(Quality.BAD),
        RejectReason.BAD_QUALITY,
        "the sensor itself calls the reading bad");
  }

  @ParameterizedTest
  @EnumSource(value = Quality.class, mode = Mode.EXCLUDE, names = "BAD")
  void takesAReadingOfAnyOtherQuality(Quality quality) {
    taken(decode(decoder, reading().quality(quality).bytes()));
  }

  @Test
  void refusesABadDeviceId() {
    assertIsRejected(
        TestingSensorReading.from("sensor-1"),
        RejectReason.BAD_DEVICE_ID,
        "deviceId 'sensor-1' is not the 20 digits of GB/T 28181");
  }

  @Test
  void refusesAClockThatIsMoreThanAMinuteAhead() {
    taken(decode(decoder, reading().receivedAfter(Duration.ofMinutes(-1)).bytes()));
    assertIsRejected(
        reading().receivedAfter(Duration.ofSeconds(-61)),
        RejectReason.CLOCK_AHEAD,
        "occurredAt 2026-11-21T04:00:00Z is more than 60 s after receivedAt 2026-11-21T03:58:59Z");
  }

  @Test
  void tellsWhoseClockIsWrong() {
    byte[] ahead = reading().receivedAfter(Duration.ofSeconds(-61)).bytes();
    byte[] reset = reading().at(Instant.EPOCH).receivedAt(NOON).bytes();
    byte[] outOfRange = reading().value(-1).bytes();

    assertThat(decode(decoder, ahead).rejection().mistimedDevice()).isEqualTo(Town.SENSOR);
    assertThat(decode(decoder, reset).rejection().mistimedDevice()).isEqualTo(Town.SENSOR);
    assertThat(decode(decoder, outOfRange).rejection().mistimedDevice()).isNull();
  }

  @Test
  void refusesAReadingThatWasReceivedMoreThanFiveMinutesAheadOfTheBroker() {
    byte[] bytes = reading().receivedAt(Moments.seconds(301)).bytes();

    assertRejected(
        decode(decoder, bytes, NOON),
        bytes,
        RejectReason.CLOCK_AHEAD,
        "receivedAt 2026-11-21T04:05:01Z is more than 300 s after the broker appended the record"
            + " at 2026-11-21T04:00:00Z");
    taken(decode(new SensorReadingDecoder(false), bytes, NOON));
  }

  @Test
  void refusesTimesThatCannotBe() {
    assertIsRejected(
        reading().at(Instant.ofEpochMilli(Long.MAX_VALUE)).receivedAt(NOON),
        RejectReason.TIME_OUT_OF_RANGE,
        "occurredAt is 9223372036854775807 ms; allowed is 2000-01-01T00:00:00Z to"
            + " 2200-01-01T00:00:00Z");
  }

  @Test
  void refusesARecordWithoutAValue() {
    assertRejected(
        decode(decoder, null), new byte[0], RejectReason.UNREADABLE, "the record has no value");
  }

  private static TestingSensorReading reading() {
    return TestingSensorReading.from(Town.SENSOR);
  }

  private void assertIsRejected(TestingSensorReading reading, RejectReason reason, String detail) {
    byte[] bytes = reading.bytes();
    assertRejected(decode(decoder, bytes), bytes, reason, detail);
  }
}
