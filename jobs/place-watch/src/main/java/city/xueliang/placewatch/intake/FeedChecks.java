package city.xueliang.placewatch.intake;

import city.xueliang.domain.observation.EventTime;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.DeviceIds;
import city.xueliang.schemas.RejectReason;
import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;

/**
 * What a record of either feed has to keep, whatever else it says.
 *
 * @param checkAppendTime whether a receivedAt too far ahead of the broker's append time is refused;
 *     off for a simulation that runs ahead of the clock
 */
record FeedChecks(boolean checkAppendTime) implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  static void deviceId(String deviceId) throws RejectedException {
    if (!DeviceIds.isValid(deviceId)) {
      throw new RejectedException(
          RejectReason.BAD_DEVICE_ID,
          "deviceId '%s' is not the 20 digits of GB/T 28181".formatted(Excerpt.of(deviceId)));
    }
  }

  static void value(String field, Measure measure, double value) throws RejectedException {
    if (!Double.isFinite(value)) {
      throw new RejectedException(
          RejectReason.VALUE_NOT_FINITE, "%s of %s is %s".formatted(field, measure, value));
    }
    if (!measure.allows(value)) {
      throw new RejectedException(
          RejectReason.VALUE_OUT_OF_RANGE,
          "%s of %s is %s; allowed is %s to %s"
              .formatted(field, measure, value, measure.least(), measure.greatest()));
    }
  }

  /** Checks both times of a record of this device; epoch milliseconds. */
  void times(String deviceId, long occurredAt, long receivedAt, long appendedAt)
      throws RejectedException {
    plausible("occurredAt", occurredAt, deviceId);
    plausible("receivedAt", receivedAt, deviceId);
    if (EventTime.isClockAhead(occurredAt, receivedAt)) {
      throw new RejectedException(
          RejectReason.CLOCK_AHEAD,
          "occurredAt %s is more than %d s after receivedAt %s"
              .formatted(
                  Instant.ofEpochMilli(occurredAt),
                  EventTime.CLOCK_TOLERANCE.toSeconds(),
                  Instant.ofEpochMilli(receivedAt)),
          deviceId);
    }
    if (checkAppendTime && EventTime.isReceivedAhead(receivedAt, appendedAt)) {
      throw new RejectedException(
          RejectReason.CLOCK_AHEAD,
          "receivedAt %s is more than %d s after the broker appended the record at %s"
              .formatted(
                  Instant.ofEpochMilli(receivedAt),
                  EventTime.APPEND_TOLERANCE.toSeconds(),
                  Instant.ofEpochMilli(appendedAt)),
          deviceId);
    }
  }

  static void plausible(String field, long time) throws RejectedException {
    plausible(field, time, null);
  }

  private static void plausible(String field, long time, String mistimedDevice)
      throws RejectedException {
    if (!EventTime.isPlausible(time)) {
      throw new RejectedException(
          RejectReason.TIME_OUT_OF_RANGE,
          "%s is %d ms; allowed is %s to %s"
              .formatted(field, time, EventTime.EARLIEST, EventTime.LATEST),
          mistimedDevice);
    }
  }
}
