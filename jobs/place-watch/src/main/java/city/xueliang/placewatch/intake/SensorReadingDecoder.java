package city.xueliang.placewatch.intake;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.observation.Observation;
import city.xueliang.domain.observation.RecordId;
import city.xueliang.schemas.Quality;
import city.xueliang.schemas.Quantity;
import city.xueliang.schemas.RejectReason;
import city.xueliang.schemas.SensorReading;
import java.io.Serial;

/** Checks and flattens the records of {@code sensor-readings}. */
public final class SensorReadingDecoder extends RecordDecoder<SensorReading, Accepted> {
  @Serial private static final long serialVersionUID = 1L;

  private final FeedChecks checks;

  /**
   * A decoder.
   *
   * @param checkAppendTime whether a receivedAt too far ahead of the broker's append time is
   *     refused
   */
  public SensorReadingDecoder(boolean checkAppendTime) {
    super(SensorReading.class, new Accepted.Form());
    this.checks = new FeedChecks(checkAppendTime);
  }

  @Override
  Accepted accept(SensorReading reading, SourceRecord source, long appendedAt)
      throws RejectedException {
    FeedChecks.deviceId(reading.getDeviceId());
    if (reading.getQuantity() == Quantity.UNKNOWN) {
      throw new RejectedException(
          RejectReason.UNKNOWN_SYMBOL, "the quantity is none that this release knows");
    }
    long occurredAt = reading.getOccurredAt().toEpochMilli();
    long receivedAt = reading.getReceivedAt().toEpochMilli();
    checks.times(reading.getDeviceId(), occurredAt, receivedAt, appendedAt);
    Measure quantity = Measures.of(reading.getQuantity());
    FeedChecks.value("value", quantity, reading.getValue());
    if (reading.getQuality() == Quality.BAD) {
      throw new RejectedException(
          RejectReason.BAD_QUALITY, "the sensor itself calls the reading bad");
    }
    return new Accepted(
        new Observation(
            reading.getDeviceId(),
            quantity,
            occurredAt,
            receivedAt,
            reading.getValue(),
            RecordId.ofReading(quantity, occurredAt)),
        source);
  }
}
