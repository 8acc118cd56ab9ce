package city.xueliang.placewatch.intake;

import static city.xueliang.placewatch.intake.Decoding.assertRejected;
import static city.xueliang.placewatch.intake.Decoding.decode;
import static city.xueliang.placewatch.intake.Decoding.taken;
import static city.xueliang.testing.Moments.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.schemas.ModelClass;
import city.xueliang.schemas.RejectReason;
import city.xueliang.testing.TestingDevice;
import city.xueliang.testing.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceDecoderTest {
  private static final Position POSITION = new Position(Decoding.OFFSET, NOON.toEpochMilli());

  private final DeviceDecoder decoder = new DeviceDecoder();

  @Test
  void takesACameraInService() {
    TestingDevice camera = TestingDevice.camera(Town.CAMERA);

    assertThat(taken(decode(decoder, camera.bytes(), NOON)))
        .isEqualTo(new DeviceChange(Town.CAMERA, camera.entry(), POSITION));
  }

  @Test
  void takesASensorThatWasRetired() {
    TestingDevice sensor = TestingDevice.sensor(Town.SENSOR).retiredAt(NOON);

    DeviceChange change = taken(decode(decoder, sensor.bytes()));

    assertThat(change.device()).isEqualTo(sensor.entry());
    assertThat(change.device().isRetiredAt(NOON.toEpochMilli())).isTrue();
    assertThat(change.device().isRetiredAt(NOON.toEpochMilli() - 1)).isFalse();
  }

  @Test
  void takesSinceWhenADeviceStandsWhereItStands() {
    TestingDevice camera = TestingDevice.camera(Town.CAMERA).since(NOON);

    assertThat(taken(decode(decoder, camera.bytes())).device().since())
        .isEqualTo(NOON.toEpochMilli());
  }

  @Test
  void aRecordWithoutAValueRemovesTheDevice() {
    assertThat(taken(decode(decoder, Town.CAMERA, null, NOON.toEpochMilli())))
        .isEqualTo(new DeviceChange(Town.CAMERA, null, POSITION));
  }

  @Test
  void refusesToRemoveWhatIsNoDevice() {
    assertRejected(
        decode(decoder, "camera-1", null, 0),
        new byte[0],
        RejectReason.BAD_DEVICE_ID,
        "deviceId 'camera-1' is not the 20 digits of GB/T 28181");
    assertRejected(
        decode(decoder, null, null, 0),
        new byte[0],
        RejectReason.BAD_DEVICE_ID,
        "deviceId '' is not the 20 digits of GB/T 28181");
  }

  @Test
  void refusesABadDeviceId() {
    assertIsRejected(
        TestingDevice.camera("12"),
        RejectReason.BAD_DEVICE_ID,
        "deviceId '12' is not the 20 digits of GB/T 28181");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "630105", "63010500100100x", "6301050010010011"})
  void refusesAGridThatIsNotFifteenDigits(String grid) {
    assertIsRejected(
        TestingDevice.camera(Town.CAMERA).in(grid),
        RejectReason.BAD_PLACE_CODE,
        "grid '%s' is not 15 digits".formatted(grid));
  }

  @Test
  void showsFortyCharactersOfALongGrid() {
    assertIsRejected(
        TestingDevice.camera(Town.CAMERA).in("1".repeat(70_000)),
        RejectReason.BAD_PLACE_CODE,
        "grid '%s…' is not 15 digits".formatted("1".repeat(40)));
  }

  @Test
  void refusesAnIntervalBelowASecond() {
    taken(decode(decoder, TestingDevice.camera(Town.CAMERA).reportIntervalSeconds(1).bytes()));
    assertIsRejected(
        TestingDevice.camera(Town.CAMERA).reportIntervalSeconds(0),
        RejectReason.BAD_FIELD,
        "reportIntervalSeconds is 0; 1 or more is allowed");
  }

  @Test
  void refusesASegmentOfMoreThan64Characters() {
    taken(decode(decoder, TestingDevice.camera(Town.CAMERA).segment("s".repeat(64)).bytes()));
    assertIsRejected(
        TestingDevice.camera(Town.CAMERA).segment("s".repeat(70_000)),
        RejectReason.BAD_FIELD,
        "segment '%s…' is not 1 to 64 letters, digits or hyphens".formatted("s".repeat(40)));
  }

  @Test
  void refusesAModelClassOfANewerWriter() {
    assertIsRejected(
        TestingDevice.of(Town.CAMERA, ModelClass.UNKNOWN),
        RejectReason.UNKNOWN_SYMBOL,
        "the model class is none that this release knows");
  }

  private void assertIsRejected(TestingDevice device, RejectReason reason, String detail) {
    byte[] bytes = device.bytes();
    assertRejected(decode(decoder, bytes), bytes, reason, detail);
  }
}
