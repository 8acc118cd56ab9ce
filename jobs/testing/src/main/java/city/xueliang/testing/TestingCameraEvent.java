package city.xueliang.testing;

import city.xueliang.schemas.CameraEvent;
import city.xueliang.schemas.CameraKind;
import city.xueliang.schemas.EventId;
import city.xueliang.schemas.Region;
import city.xueliang.schemas.SingleObjectCodec;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;

/**
 * Builds records of {@code camera-events}: a heartbeat at noon, received one second later, unless
 * told otherwise. Two that differ in device, kind or time have different event ids.
 */
public final class TestingCameraEvent {
  private final String deviceId;
  private CameraKind kind = CameraKind.HEARTBEAT;
  private Instant occurredAt = Moments.NOON;
  private Instant receivedAt;
  private Long id;
  private Integer count;
  private Float confidence;
  private Region region;

  private TestingCameraEvent(String deviceId) {
    this.deviceId = deviceId;
  }

  public static TestingCameraEvent from(String deviceId) {
    return new TestingCameraEvent(deviceId);
  }

  public TestingCameraEvent kind(CameraKind kind) {
    this.kind = kind;
    return this;
  }

  /** A head count. */
  public TestingCameraEvent crowd(int count) {
    return kind(CameraKind.CROWD_COUNT).count(count);
  }

  public TestingCameraEvent count(Integer count) {
    this.count = count;
    return this;
  }

  public TestingCameraEvent at(Instant occurredAt) {
    this.occurredAt = occurredAt;
    return this;
  }

  public TestingCameraEvent receivedAt(Instant receivedAt) {
    this.receivedAt = receivedAt;
    return this;
  }

  /** How long after it occurred it was received; set the time before. */
  public TestingCameraEvent receivedAfter(Duration delay) {
    return receivedAt(occurredAt.plus(delay));
  }

  public TestingCameraEvent id(long id) {
    this.id = id;
    return this;
  }

  public TestingCameraEvent confidence(float confidence) {
    this.confidence = confidence;
    return this;
  }

  /** Where in the picture, as shares of its width and height. */
  public TestingCameraEvent region(float left, float top, float width, float height) {
    this.region = new Region(left, top, width, height);
    return this;
  }

  public CameraEvent build() {
    return CameraEvent.newBuilder()
        .setEventId(new EventId(idBits()))
        .setDeviceId(deviceId)
        .setKind(kind)
        .setOccurredAt(occurredAt)
        .setReceivedAt(receivedAt == null ? occurredAt.plusSeconds(1) : receivedAt)
        .setConfidence(confidence)
        .setCount(count)
        .setRegion(region)
        .build();
  }

  /** The record as it stands in the topic. */
  public byte[] bytes() {
    return SingleObjectCodec.of(CameraEvent.class).encode(build());
  }

  private byte[] idBits() {
    ByteBuffer bits = ByteBuffer.allocate(16);
    if (id != null) {
      return bits.putLong(0).putLong(id).array();
    }
    return bits.putLong(31L * deviceId.hashCode() + kind.name().hashCode())
        .putLong(occurredAt.toEpochMilli())
        .array();
  }
}
