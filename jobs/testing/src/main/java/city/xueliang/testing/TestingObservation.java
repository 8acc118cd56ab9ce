package city.xueliang.testing;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.observation.Observation;
import city.xueliang.domain.observation.RecordId;
import city.xueliang.domain.place.ModelClass;
import java.time.Duration;
import java.time.Instant;

/** Builds observations: at noon and received one second later, unless told otherwise. */
public final class TestingObservation {
  private final String deviceId;
  private final Measure measure;
  private double value;
  private Instant occurredAt = Moments.NOON;
  private Duration delay = Duration.ofSeconds(1);
  private Long id;

  private TestingObservation(String deviceId, Measure measure) {
    this.deviceId = deviceId;
    this.measure = measure;
  }

  public static TestingObservation from(String deviceId, Measure measure) {
    return new TestingObservation(deviceId, measure);
  }

  public TestingObservation value(double value) {
    this.value = value;
    return this;
  }

  public TestingObservation at(Instant occurredAt) {
    this.occurredAt = occurredAt;
    return this;
  }

  /** How long after it occurred it was received. */
  public TestingObservation receivedAfter(Duration delay) {
    this.delay = delay;
    return this;
  }

  /** Identity of an event; that of a reading is its quantity and time. */
  public TestingObservation id(long id) {
    this.id = id;
    return this;
  }

  public Observation build() {
    return new Observation(
        deviceId,
        measure,
        occurredAt.toEpochMilli(),
        occurredAt.plus(delay).toEpochMilli(),
        value,
        recordId());
  }

  private RecordId recordId() {
    if (id != null) {
      return RecordId.ofEvent(0, id);
    }
    return measure.sender() == ModelClass.SENSOR
        ? RecordId.ofReading(measure, occurredAt.toEpochMilli())
        : RecordId.ofEvent(measure.code(), occurredAt.toEpochMilli());
  }
}
