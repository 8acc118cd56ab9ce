package city.xueliang.testing;

import city.xueliang.schemas.Quality;
import city.xueliang.schemas.Quantity;
import city.xueliang.schemas.SensorReading;
import city.xueliang.schemas.SingleObjectCodec;
import java.time.Duration;
import java.time.Instant;

/**
 * Builds records of {@code sensor-readings}: 5 % LEL of gas at noon, of good quality and received
 * one second later, unless told otherwise.
 */
public final class TestingSensorReading {
  private final String deviceId;
  private Quantity quantity = Quantity.GAS_LEL_PERCENT;
  private double value = 5;
  private Instant occurredAt = Moments.NOON;
  private Instant receivedAt;
  private Quality quality = Quality.GOOD;

  private TestingSensorReading(String deviceId) {
    this.deviceId = deviceId;
  }

  public static TestingSensorReading from(String deviceId) {
    return new TestingSensorReading(deviceId);
  }

  public TestingSensorReading quantity(Quantity quantity) {
    this.quantity = quantity;
    return this;
  }

  /** In the quantity's unit. */
  public TestingSensorReading value(double value) {
    this.value = value;
    return this;
  }

  public TestingSensorReading at(Instant occurredAt) {
    this.occurredAt = occurredAt;
    return this;
  }

  public TestingSensorReading receivedAt(Instant receivedAt) {
    this.receivedAt = receivedAt;
    return this;
  }

  /** How long after it occurred it was received; set the time before. */
  public TestingSensorReading receivedAfter(Duration delay) {
    return receivedAt(occurredAt.plus(delay));
  }

  public TestingSensorReading quality(Quality quality) {
    this.quality = quality;
    return this;
  }

  public SensorReading build() {
    return SensorReading.newBuilder()
        .setDeviceId(deviceId)
        .setQuantity(quantity)
        .setValue(value)
        .setOccurredAt(occurredAt)
        .setReceivedAt(receivedAt == null ? occurredAt.plusSeconds(1) : receivedAt)
        .setQuality(quality)
        .build();
  }

  /** The record as it stands in the topic. */
  public byte[] bytes() {
    return SingleObjectCodec.of(SensorReading.class).encode(build());
  }
}
