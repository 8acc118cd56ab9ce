package city.xueliang.placewatch.intake;

import static city.xueliang.placewatch.intake.Decoding.assertRejected;
import static city.xueliang.placewatch.intake.Decoding.decode;
import static city.xueliang.placewatch.intake.Decoding.taken;
import static city.xueliang.testing.Moments.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.observation.Observation;
import city.xueliang.domain.observation.RecordId;
import city.xueliang.schemas.CameraKind;
import city.xueliang.schemas.RejectReason;
import city.xueliang.testing.Moments;
import city.xueliang.testing.TestingCameraEvent;
import city.xueliang.testing.TestingSensorReading;
import city.xueliang.testing.Town;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class CameraEventDecoderTest {
  private final CameraEventDecoder decoder = new CameraEventDecoder(true);

  @Test
  void flattensAnEvent() {
    byte[] bytes = event().crowd(12).id(7).confidence(0.9f).region(0, 0.1f, 0.5f, 1).bytes();

    Accepted accepted = taken(decode(decoder, bytes));

    assertThat(accepted.observation())
        .isEqualTo(
            new Observation(
                Town.CAMERA,
                Measure.CROWD_COUNT,
                NOON.toEpochMilli(),
                NOON.plusSeconds(1).toEpochMilli(),
                12,
                new RecordId(0, 7)));
    assertThat(accepted.source().topic()).isEqualTo(Decoding.TOPIC);
    assertThat(accepted.source().partition()).isEqualTo(Decoding.PARTITION);
    assertThat(accepted.source().offset()).isEqualTo(Decoding.OFFSET);
    assertThat(accepted.source().bytes()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @EnumSource(value = CameraKind.class, mode = Mode.EXCLUDE, names = "UNKNOWN")
  void takesEveryKind(CameraKind kind) {
    Accepted accepted = taken(decode(decoder, event().kind(kind).count(1).bytes()));

    assertThat(accepted.observation().measure().name()).isEqualTo(kind.name());
  }

  @Test
  void refusesAKindOfANewerWriter() {
    assertIsRejected(
        event().kind(CameraKind.UNKNOWN),
        RejectReason.UNKNOWN_SYMBOL,
        "the kind is none that this release knows");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "6301050000132100001", "630105000013210000011", "6301050000132100000x"})
  void refusesADeviceIdThatIsNotTwentyDigits(String deviceId) {
    assertIsRejected(
        TestingCameraEvent.from(deviceId),
        RejectReason.BAD_DEVICE_ID,
        "deviceId '%s' is not the 20 digits of GB/T 28181".formatted(deviceId));
  }

  @Test
  void showsFortyCharactersOfALongDeviceId() {
    assertIsRejected(
        TestingCameraEvent.from("7".repeat(100_000)),
        RejectReason.BAD_DEVICE_ID,
        "deviceId '%s…' is not the 20 digits of GB/T 28181".formatted("7".repeat(40)));
  }

  @Test
  void anEventWithoutACountHasTheValueZero() {
    Accepted accepted = taken(decode(decoder, event().kind(CameraKind.FLAME).bytes()));

    assertThat(accepted.observation().value()).isZero();
  }

  @Test
  void aCountingKindMustHaveACount() {
    assertIsRejected(
        event().kind(CameraKind.CROWD_COUNT),
        RejectReason.BAD_FIELD,
        "count is missing; CROWD_COUNT must have one");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1_000_000})
  void takesACountAtTheEdges(int count) {
    assertThat(taken(decode(decoder, event().crowd(count).bytes())).observation().value())
        .isEqualTo(count);
  }

  @ParameterizedTest
  @CsvSource({"-1,-1.0", "1000001,1000001.0", "-2147483648,-2.147483648E9"})
  void refusesACountBeyondTheEdges(int count, String shown) {
    assertIsRejected(
        event().crowd(count),
        RejectReason.VALUE_OUT_OF_RANGE,
        "count of CROWD_COUNT is %s; allowed is 0.0 to 1000000.0".formatted(shown));
  }

  @ParameterizedTest
  @ValueSource(floats = {0, 1})
  void takesAShareAtTheEdges(float share) {
    taken(decode(decoder, event().confidence(share).region(share, share, share, share).bytes()));
  }

  @ParameterizedTest
  @ValueSource(floats = {-0.001f, 1.001f, Float.NaN, Float.NEGATIVE_INFINITY})
  void refusesAShareBeyondTheEdges(float share) {
    assertIsBadShare(event().confidence(share), "confidence", share);
    assertIsBadShare(event().region(share, 0, 0, 0), "region.left", share);
    assertIsBadShare(event().region(0, share, 0, 0), "region.top", share);
    assertIsBadShare(event().region(0, 0, share, 0), "region.width", share);
    assertIsBadShare(event().region(0, 0, 0, share), "region.height", share);
  }

  @Test
  void takesAClockThatIsAMinuteAhead() {
    taken(decode(decoder, event().receivedAfter(Duration.ofMinutes(-1)).bytes()));
  }

  @Test
  void refusesAClockThatIsMoreThanAMinuteAhead() {
    assertIsRejected(
        event().receivedAfter(Duration.ofMillis(-60_001)),
        RejectReason.CLOCK_AHEAD,
        "occurredAt 2026-11-21T04:00:00Z is more than 60 s after receivedAt"
            + " 2026-11-21T03:58:59.999Z");
  }

  @Test
  void takesAnEventThatWasReceivedFiveMinutesAheadOfTheBroker() {
    taken(decode(decoder, event().receivedAt(Moments.minutes(5)).bytes(), NOON));
  }

  @Test
  void refusesAnEventThatWasReceivedMoreThanFiveMinutesAheadOfTheBroker() {
    byte[] bytes = event().receivedAt(Moments.minutes(5).plusMillis(1)).bytes();

    assertRejected(
        decode(decoder, bytes, NOON),
        bytes,
        RejectReason.CLOCK_AHEAD,
        "receivedAt 2026-11-21T04:05:00.001Z is more than 300 s after the broker appended the"
            + " record at 2026-11-21T04:00:00Z");
  }

  @Test
  void aSimulationMayRunAheadOfTheBroker() {
    taken(
        decode(
            new CameraEventDecoder(false), event().receivedAt(Moments.minutes(59)).bytes(), NOON));
  }

  @Test
  void aRecordWithoutAppendTimeIsNotHeldAgainstIt() {
    taken(decode(decoder, event().receivedAt(Moments.minutes(59)).bytes()));
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 946_684_799_999L, 7_258_118_400_000L, Long.MAX_VALUE})
  void refusesTimesOutsideTwoCenturies(long millis) {
    Instant time = Instant.ofEpochMilli(millis);
    String allowed = "allowed is 2000-01-01T00:00:00Z to 2200-01-01T00:00:00Z";

    assertIsRejected(
        event().at(time).receivedAt(NOON),
        RejectReason.TIME_OUT_OF_RANGE,
        "occurredAt is %d ms; %s".formatted(millis, allowed));
    assertIsRejected(
        event().receivedAt(time),
        RejectReason.TIME_OUT_OF_RANGE,
        "receivedAt is %d ms; %s".formatted(millis, allowed));
  }

  @Test
  void takesTheFirstAndTheLastInstantOfTwoCenturies() {
    Instant first = Instant.parse("2000-01-01T00:00:00Z");
    Instant last = Instant.parse("2199-12-31T23:59:59.999Z");

    taken(decode(decoder, event().at(first).receivedAt(first).bytes()));
    taken(decode(decoder, event().at(last).receivedAt(last).bytes()));
  }

  @Test
  void refusesARecordWithoutAValue() {
    assertRejected(
        decode(decoder, null), new byte[0], RejectReason.UNREADABLE, "the record has no value");
  }

  @Test
  void refusesAReading() {
    byte[] bytes = TestingSensorReading.from(Town.SENSOR).bytes();

    assertRejected(
        decode(decoder, bytes),
        bytes,
        RejectReason.WRONG_TYPE,
        "a SensorReading stands where only a CameraEvent may");
  }

  private static TestingCameraEvent event() {
    return TestingCameraEvent.from(Town.CAMERA);
  }

  private void assertIsBadShare(TestingCameraEvent event, String field, float share) {
    assertIsRejected(
        event, RejectReason.BAD_FIELD, "%s is %s; allowed is 0 to 1".formatted(field, share));
  }

  private void assertIsRejected(TestingCameraEvent event, RejectReason reason, String detail) {
    byte[] bytes = event.bytes();
    assertRejected(decode(decoder, bytes), bytes, reason, detail);
  }
}
