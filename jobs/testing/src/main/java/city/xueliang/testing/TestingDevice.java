package city.xueliang.testing;

import city.xueliang.schemas.Device;
import city.xueliang.schemas.ModelClass;
import city.xueliang.schemas.SingleObjectCodec;
import java.time.Instant;

/**
 * Builds devices of the registry: in {@link Town#GRID} and in service, heard every minute, unless
 * told otherwise.
 */
public final class TestingDevice {
  private final String deviceId;
  private final ModelClass modelClass;
  private String grid = Town.GRID;
  private int reportIntervalSeconds = 60;
  private String segment = "sw-01";
  private Instant since;
  private Instant retiredAt;

  private TestingDevice(String deviceId, ModelClass modelClass) {
    this.deviceId = deviceId;
    this.modelClass = modelClass;
  }

  public static TestingDevice camera(String deviceId) {
    return new TestingDevice(deviceId, ModelClass.CAMERA);
  }

  public static TestingDevice sensor(String deviceId) {
    return new TestingDevice(deviceId, ModelClass.SENSOR);
  }

  public static TestingDevice of(String deviceId, ModelClass modelClass) {
    return new TestingDevice(deviceId, modelClass);
  }

  public TestingDevice in(String grid) {
    this.grid = grid;
    return this;
  }

  public TestingDevice reportIntervalSeconds(int seconds) {
    this.reportIntervalSeconds = seconds;
    return this;
  }

  public TestingDevice segment(String segment) {
    this.segment = segment;
    return this;
  }

  public TestingDevice since(Instant since) {
    this.since = since;
    return this;
  }

  public TestingDevice retiredAt(Instant retiredAt) {
    this.retiredAt = retiredAt;
    return this;
  }

  /** The contract of {@code devices}. */
  public Device build() {
    return Device.newBuilder()
        .setDeviceId(deviceId)
        .setGrid(grid)
        .setModelClass(modelClass)
        .setReportIntervalSeconds(reportIntervalSeconds)
        .setSegment(segment)
        .setRetiredAt(retiredAt)
        .setSince(since)
        .build();
  }

  /** The record as it stands in the topic. */
  public byte[] bytes() {
    return SingleObjectCodec.of(Device.class).encode(build());
  }

  /** The same device as the domain sees it. */
  public city.xueliang.domain.place.Device entry() {
    return new city.xueliang.domain.place.Device(
        deviceId,
        grid,
        city.xueliang.domain.place.ModelClass.valueOf(modelClass.name()),
        reportIntervalSeconds,
        segment,
        since == null ? city.xueliang.domain.place.Device.SINCE_PUBLISHED : since.toEpochMilli(),
        retiredAt == null
            ? city.xueliang.domain.place.Device.IN_SERVICE
            : retiredAt.toEpochMilli());
  }
}
