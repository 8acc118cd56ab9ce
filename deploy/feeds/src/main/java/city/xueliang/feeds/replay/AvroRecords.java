package city.xueliang.feeds.replay;

import city.xueliang.schemas.CameraEvent;
import city.xueliang.schemas.CameraKind;
import city.xueliang.schemas.EventId;
import city.xueliang.schemas.Quality;
import city.xueliang.schemas.Quantity;
import city.xueliang.schemas.SensorReading;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** Turns rows of one file into the records of the topics. */
final class AvroRecords {
  private static final int EVENT_ID_BYTES = 16;

  private final String fileName;

  /**
   * For one file.
   *
   * @param fileName name without folders, so that the same recording found elsewhere is the same
   */
  AvroRecords(String fileName) {
    this.fileName = fileName;
  }

  CameraEvent event(RecordedRow row) {
    return new CameraEvent(
        eventId(row),
        row.deviceId(),
        CameraKind.valueOf(row.measure().name()),
        Instant.ofEpochMilli(row.occurredAt()),
        Instant.ofEpochMilli(row.receivedAt()),
        row.confidence().isPresent() ? Float.valueOf((float) row.confidence().getAsDouble()) : null,
        row.value().isPresent() ? Integer.valueOf((int) row.value().getAsDouble()) : null,
        null);
  }

  SensorReading reading(RecordedRow row) {
    return new SensorReading(
        row.deviceId(),
        Quantity.valueOf(row.measure().name()),
        row.value().orElseThrow(),
        Instant.ofEpochMilli(row.occurredAt()),
        Instant.ofEpochMilli(row.receivedAt()),
        Quality.UNKNOWN);
  }

  /**
   * The same row at the same time is the same event, so that a second replay is dropped as
   * duplicate; shifted to another time it is another, as a reading is.
   */
  private EventId eventId(RecordedRow row) {
    String name = fileName + ":" + row.line() + "@" + row.occurredAt();
    UUID uuid = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    return new EventId(
        ByteBuffer.allocate(EVENT_ID_BYTES)
            .putLong(uuid.getMostSignificantBits())
            .putLong(uuid.getLeastSignificantBits())
            .array());
  }
}
