package city.xueliang.domain.observation;

import java.time.Duration;
import java.time.Instant;

/** Builds observations that are in time until a test makes them otherwise. */
public final class TestingObservation {
  public static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");

  private String deviceId = "63010500001340000001";
  private Measure measure = Measure.GAS_LEL_PERCENT;
  private Instant occurredAt = NOON;
  private Instant receivedAt = NOON;
  private double value = 30;

  private TestingObservation() {}

  public static TestingObservation reading() {
    return new TestingObservation();
  }

  public TestingObservation from(String device) {
    deviceId = device;
    return this;
  }

  public TestingObservation of(Measure quantity, double reading) {
    measure = quantity;
    value = reading;
    return this;
  }

  /** Received as it occurs. */
  public TestingObservation at(Instant time) {
    occurredAt = time;
    receivedAt = time;
    return this;
  }

  public TestingObservation receivedAfter(Duration delay) {
    receivedAt = occurredAt.plus(delay);
    return this;
  }

  public Observation build() {
    long occurred = occurredAt.toEpochMilli();
    return new Observation(
        deviceId,
        measure,
        occurred,
        receivedAt.toEpochMilli(),
        value,
        RecordId.ofReading(measure, occurred));
  }
}
