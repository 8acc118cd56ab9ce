package city.xueliang.feeds.replay;

import city.xueliang.domain.observation.Measure;
import java.util.OptionalDouble;

/**
 * One row of a recording, checked.
 *
 * @param line of the file, from 1
 * @param deviceId 20-digit GB/T 28181 code
 * @param occurredAt epoch milliseconds
 * @param receivedAt epoch milliseconds
 * @param value a reading's value, always there; an event's count, whole
 * @param confidence of an event, 0 to 1
 */
record RecordedRow(
    long line,
    String deviceId,
    Measure measure,
    long occurredAt,
    long receivedAt,
    OptionalDouble value,
    OptionalDouble confidence) {

  RecordedRow shiftedBy(long millis) {
    return new RecordedRow(
        line, deviceId, measure, occurredAt + millis, receivedAt + millis, value, confidence);
  }
}
