package city.xueliang.local;

import city.xueliang.schemas.CameraEvent;
import city.xueliang.schemas.Device;
import city.xueliang.schemas.ModelClass;
import city.xueliang.schemas.Place;
import city.xueliang.schemas.Quality;
import city.xueliang.schemas.SensorReading;
import city.xueliang.schemas.Topics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Counts the records of the topics in one plain loop, for each place and window, by Avro's own
 * decoder and nothing of the job.
 */
final class PlainCount {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  final PlainPlaces places = new PlainPlaces();
  private final BinaryMessageDecoder<CameraEvent> events = decoder(CameraEvent.class);
  private final BinaryMessageDecoder<SensorReading> readings = decoder(SensorReading.class);
  private final Map<String, Device> devices = new HashMap<>();
  private final Set<List<Object>> seen = new HashSet<>();
  private final Map<RowKey, PlainRow> rows = new TreeMap<>();
  private long late;
  private long duplicates;
  private long wrong;

  static PlainCount of(String bootstrap) throws IOException {
    PlainCount count = new PlainCount();
    BinaryMessageDecoder<Place> places = decoder(Place.class);
    for (ConsumerRecord<byte[], byte[]> record : FeedRecords.all(bootstrap, Topics.PLACES)) {
      count.places.add(places.decode(record.value()));
    }
    BinaryMessageDecoder<Device> devices = decoder(Device.class);
    for (ConsumerRecord<byte[], byte[]> record : FeedRecords.all(bootstrap, Topics.DEVICES)) {
      Device device = devices.decode(record.value());
      count.devices.put(device.getDeviceId(), device);
    }
    FeedRecords.feeds(bootstrap).forEach(count::add);
    return count;
  }

  private static <T extends SpecificRecord> BinaryMessageDecoder<T> decoder(Class<T> type) {
    SpecificData data = SpecificData.getForClass(type);
    return new BinaryMessageDecoder<>(data, data.getSchema(type));
  }

  Map<RowKey, PlainRow> rows() {
    return rows;
  }

  /** Rows of the windows that a watermark at this time has closed. */
  Map<RowKey, PlainRow> rowsUntil(Instant time) {
    Map<RowKey, PlainRow> closed = new TreeMap<>(rows);
    closed.keySet().removeIf(key -> !isOver(key, time));
    return closed;
  }

  /** Whether a row's window ended by then. */
  static boolean isOver(RowKey row, Instant time) {
    ZonedDateTime start = row.start().atZone(ZONE);
    ZonedDateTime end =
        switch (row.window()) {
          case "MINUTE" -> start.plusMinutes(1);
          case "HOUR" -> start.plusHours(1);
          default -> start.plusDays(1);
        };
    return !end.toInstant().isAfter(time);
  }

  /** Records that arrived more than an hour after they occurred; they are in no row. */
  long late() {
    return late;
  }

  long duplicates() {
    return duplicates;
  }

  /** Records that no one can take: unreadable, impossible, or from an unknown device. */
  long wrong() {
    return wrong;
  }

  private void add(ConsumerRecord<byte[], byte[]> record) {
    try {
      if (record.topic().equals(Topics.CAMERA_EVENTS)) {
        add(events.decode(record.value()));
      } else {
        add(readings.decode(record.value()));
      }
    } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException e) {
      wrong++; // Malformed on purpose.
    }
  }

  private void add(CameraEvent event) {
    String kind = event.getKind().name();
    Device camera = device(event.getDeviceId(), ModelClass.CAMERA);
    double count = event.getCount() == null ? 0 : event.getCount();
    Instant occurred = event.getOccurredAt();
    if (camera == null || !PlainRanges.allow(kind, count)) {
      wrong++;
    } else if (isNew(
        occurred, event.getReceivedAt(), List.of(camera.getDeviceId(), event.getEventId()))) {
      count(camera, kind, count, occurred);
    }
  }

  private void add(SensorReading reading) {
    String quantity = reading.getQuantity().name();
    Device sensor = device(reading.getDeviceId(), ModelClass.SENSOR);
    Instant occurred = reading.getOccurredAt();
    if (sensor == null
        || reading.getQuality() == Quality.BAD
        || !PlainRanges.allow(quantity, reading.getValue())) {
      wrong++;
    } else if (isNew(
        occurred, reading.getReceivedAt(), List.of(sensor.getDeviceId(), quantity, occurred))) {
      count(sensor, quantity, reading.getValue(), occurred);
    }
  }

  private Device device(String id, ModelClass sender) {
    Device device = devices.get(id);
    return device == null || device.getModelClass() != sender ? null : device;
  }

  private boolean isNew(Instant occurred, Instant received, List<Object> identity) {
    Duration delay = Duration.between(occurred, received);
    if (delay.compareTo(Duration.ofMinutes(-1)) < 0) {
      wrong++;
    } else if (delay.compareTo(Duration.ofHours(1)) > 0) {
      late++;
    } else if (seen.add(identity)) {
      return true;
    } else {
      duplicates++;
    }
    return false;
  }

  private void count(Device device, String measure, double value, Instant occurred) {
    ZonedDateTime local = occurred.atZone(ZONE);
    Instant minute = local.truncatedTo(ChronoUnit.MINUTES).toInstant();
    Instant hour = local.truncatedTo(ChronoUnit.HOURS).toInstant();
    Instant day = local.toLocalDate().atStartOfDay(ZONE).toInstant();
    for (String place : places.holding(device.getGrid())) {
      count(new RowKey(place, measure, "MINUTE", minute), device, value);
      count(new RowKey(place, measure, "HOUR", hour), device, value);
      count(new RowKey(place, measure, "DAY", day), device, value);
    }
  }

  private void count(RowKey key, Device device, double value) {
    rows.computeIfAbsent(
            key, any -> new PlainRow(places.level(key.place()), places.district(key.place())))
        .add(device.getDeviceId(), value);
  }
}
