package city.xueliang.domain.place;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.text.Problem;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeviceRulesTest {
  private static final String CAMERA = "63010500001320000001";
  private static final String SENSOR = "63010500001340000001";
  private static final String GRID = "630105002001001";

  @Test
  void acceptsACameraAndASensorOfAGrid() {
    assertThat(
            TestingFiles.ofCity()
                .with(Device.inService(CAMERA, GRID, ModelClass.CAMERA, 60, "switch-01"))
                .with(Device.inService(SENSOR, GRID, ModelClass.SENSOR, 1, "a".repeat(64)))
                .problems())
        .isEmpty();
  }

  @Test
  void aDeviceMayStandOnlyOnce() {
    assertThat(
            TestingFiles.ofCity()
                .with(Device.inService(CAMERA, GRID, ModelClass.CAMERA, 60, "switch-01"))
                .with(Device.inService(CAMERA, GRID, ModelClass.CAMERA, 30, "switch-02"))
                .problems())
        .containsExactly(
            Problem.of(
                "devices.csv",
                3,
                "deviceId",
                "registry.duplicate-device",
                CAMERA,
                "devices.csv",
                2));
  }

  @Test
  void anIdHasTwentyDigits() {
    assertOnlyProblem(
        Device.inService("6.30105E+19", GRID, ModelClass.CAMERA, 60, "switch-01"),
        "deviceId",
        "registry.device-id-form",
        "6.30105E+19");
  }

  @Test
  void anIdOfACameraIsNotASensors() {
    assertOnlyProblem(
        Device.inService(CAMERA, GRID, ModelClass.SENSOR, 60, "switch-01"),
        "modelClass",
        "registry.device-type",
        "132",
        ModelClass.SENSOR);
  }

  @Test
  void anIdOfASensorIsNotACameras() {
    assertOnlyProblem(
        Device.inService(SENSOR, GRID, ModelClass.CAMERA, 60, "switch-01"),
        "modelClass",
        "registry.device-type",
        "134",
        ModelClass.CAMERA);
  }

  @Test
  void aGridIsKnown() {
    assertOnlyProblem(
        Device.inService(CAMERA, "630105002001002", ModelClass.CAMERA, 60, "switch-01"),
        "grid",
        "registry.device-grid-unknown",
        "630105002001002");
  }

  @Test
  void aDeviceStandsInAGridAndNotInAStreet() {
    assertOnlyProblem(
        Device.inService(CAMERA, "630105002", ModelClass.CAMERA, 60, "switch-01"),
        "grid",
        "registry.device-grid-level",
        "630105002",
        "street");
  }

  @Test
  void anIntervalIsASecondOrMore() {
    assertOnlyProblem(
        Device.inService(CAMERA, GRID, ModelClass.CAMERA, 0, "switch-01"),
        "reportIntervalSeconds",
        "registry.interval-too-short",
        0);
  }

  @Test
  void aSegmentHasLettersDigitsAndHyphens() {
    assertOnlyProblem(
        Device.inService(CAMERA, GRID, ModelClass.CAMERA, 60, "switch_01"),
        "segment",
        "registry.segment-form",
        "switch_01");
  }

  @Test
  void aSegmentHasAtMost64Characters() {
    assertOnlyProblem(
        Device.inService(CAMERA, GRID, ModelClass.CAMERA, 60, "a".repeat(65)),
        "segment",
        "registry.segment-form",
        "a".repeat(65));
  }

  @Test
  void aDeviceStandsThereBeforeItIsRetired() {
    Instant midnight = Instant.parse("2026-11-21T00:00:00Z");
    assertOnlyProblem(
        new Device(
            CAMERA,
            GRID,
            ModelClass.CAMERA,
            60,
            "switch-01",
            midnight.toEpochMilli(),
            midnight.toEpochMilli()),
        "since",
        "registry.since-order",
        midnight,
        midnight);
  }

  @Test
  void whatCouldNotBeReadIsNotJudgedAgain() {
    assertThat(TestingFiles.ofCity().with(Device.inService(null, null, null, 1, null)).problems())
        .isEmpty();
  }

  private static void assertOnlyProblem(
      Device device, String field, String key, Object... arguments) {
    assertThat(TestingFiles.ofCity().with(device).problems())
        .containsExactly(Problem.of("devices.csv", 2, field, key, arguments));
  }
}
