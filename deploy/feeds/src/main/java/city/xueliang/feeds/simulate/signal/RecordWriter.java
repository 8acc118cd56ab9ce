package city.xueliang.feeds.simulate.signal;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.feeds.simulate.chance.Randomness;
import city.xueliang.schemas.CameraEvent;
import city.xueliang.schemas.CameraKind;
import city.xueliang.schemas.EventId;
import city.xueliang.schemas.Quality;
import city.xueliang.schemas.Quantity;
import city.xueliang.schemas.Region;
import city.xueliang.schemas.SensorReading;
import city.xueliang.schemas.SingleObjectCodec;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * Writes what devices say as the topics' contracts want it. Each camera event gets an id of its
 * own. Not safe for use by two threads at once.
 */
public final class RecordWriter {
  private static final Map<Measure, CameraKind> KINDS = new EnumMap<>(Measure.class);
  private static final Map<Measure, Quantity> QUANTITIES = new EnumMap<>(Measure.class);

  static {
    for (Measure measure : Measure.values()) {
      if (measure.sender() == ModelClass.CAMERA) {
        KINDS.put(measure, CameraKind.valueOf(measure.name()));
      } else {
        QUANTITIES.put(measure, Quantity.valueOf(measure.name()));
      }
    }
  }

  private final SingleObjectCodec<CameraEvent> cameraCodec =
      SingleObjectCodec.of(CameraEvent.class);
  private final SingleObjectCodec<SensorReading> sensorCodec =
      SingleObjectCodec.of(SensorReading.class);
  private final CameraEvent event = new CameraEvent();
  private final SensorReading reading = new SensorReading();
  private final Region region = new Region(0f, 0f, 0.25f, 0.25f);
  private final ByteBuffer eventId = ByteBuffer.allocate(16);
  private final Randomness ids;

  /**
   * @param ids from which the ids of events are drawn
   */
  public RecordWriter(Randomness ids) {
    this.ids = ids;
    event.setEventId(new EventId(eventId.array()));
  }

  /** Takes the next event id; until then {@link #write} writes the same one. */
  public void nextEvent() {
    eventId.putLong(0, ids.nextLong()).putLong(8, ids.nextLong());
  }

  /** A camera event or sensor reading, by the measure, in single-object encoding. */
  public byte[] write(String deviceId, Utterance said, long occurredAt, long receivedAt) {
    return said.measure().sender() == ModelClass.CAMERA
        ? event(deviceId, said, occurredAt, receivedAt)
        : reading(deviceId, said, occurredAt, receivedAt, Quality.GOOD);
  }

  /** A reading that the sensor itself calls bad. */
  public byte[] badReading(String deviceId, Utterance said, long occurredAt, long receivedAt) {
    return reading(deviceId, said, occurredAt, receivedAt, Quality.BAD);
  }

  private byte[] event(String deviceId, Utterance said, long occurredAt, long receivedAt) {
    boolean seen = said.confidence() >= 0;
    event.setDeviceId(deviceId);
    event.setKind(KINDS.get(said.measure()));
    event.setOccurredAt(Instant.ofEpochMilli(occurredAt));
    event.setReceivedAt(Instant.ofEpochMilli(receivedAt));
    event.setConfidence(seen ? said.confidence() : null);
    event.setCount(said.measure().isValued() ? (Integer) (int) said.value() : null);
    event.setRegion(seen ? somewhere() : null);
    return cameraCodec.encode(event);
  }

  private byte[] reading(
      String deviceId, Utterance said, long occurredAt, long receivedAt, Quality quality) {
    reading.setDeviceId(deviceId);
    reading.setQuantity(QUANTITIES.get(said.measure()));
    reading.setValue(said.value());
    reading.setOccurredAt(Instant.ofEpochMilli(occurredAt));
    reading.setReceivedAt(Instant.ofEpochMilli(receivedAt));
    reading.setQuality(quality);
    return sensorCodec.encode(reading);
  }

  /** By the event's id, so that the same event written again has the same region. */
  private Region somewhere() {
    region.setLeft((eventId.get(0) & 0x7F) / 256f);
    region.setTop((eventId.get(1) & 0x7F) / 256f);
    return region;
  }
}
