package city.xueliang.local;

import city.xueliang.domain.observation.Measure;
import city.xueliang.schemas.CameraEvent;
import city.xueliang.schemas.Device;
import city.xueliang.schemas.ModelClass;
import city.xueliang.schemas.Quality;
import city.xueliang.schemas.SensorReading;
import city.xueliang.schemas.Topics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Counts the records of the topics in one plain loop, by Avro's own decoder and nothing of the job.
 */
final class PlainCount {
  private final BinaryMessageDecoder<CameraEvent> events =
      new BinaryMessageDecoder<>(
          SpecificData.getForClass(CameraEvent.class), CameraEvent.getClassSchema());
  private final BinaryMessageDecoder<SensorReading> readings =
      new BinaryMessageDecoder<>(
          SpecificData.getForClass(SensorReading.class), SensorReading.getClassSchema());
  private final Map<String, Device> devices = new HashMap<>();
  private final Set<List<Object>> seen = new HashSet<>();
  private final Map<RowKey, Row> rows = new TreeMap<>();
  private Instant newest = Instant.MIN;

  /** Identity of a row. */
  record RowKey(Instant minute, String place, String measure) implements Comparable<RowKey> {
    @Override
    public int compareTo(RowKey other) {
      return toString().compareTo(other.toString());
    }
  }

  /** What was seen of one measure of one grid in one minute. */
  static final class Row {
    final List<Double> values = new ArrayList<>();
    final Set<String> devices = new HashSet<>();

    double sum() {
      return values.stream().mapToDouble(Double::doubleValue).sum();
    }

    double least() {
      return Collections.min(values);
    }

    double greatest() {
      return Collections.max(values);
    }

    /** The exact value at a quantile. */
    double quantile(double quantile) {
      List<Double> sorted = values.stream().sorted().toList();
      return sorted.get((int) (quantile * (sorted.size() - 1)));
    }
  }

  static PlainCount of(String bootstrap) throws IOException {
    PlainCount count = new PlainCount();
    BinaryMessageDecoder<Device> registry =
        new BinaryMessageDecoder<>(SpecificData.getForClass(Device.class), Device.getClassSchema());
    for (ConsumerRecord<byte[], byte[]> record : FeedRecords.all(bootstrap, Topics.DEVICES)) {
      Device device = registry.decode(record.value());
      count.devices.put(device.getDeviceId(), device);
    }
    FeedRecords.feeds(bootstrap).forEach(count::add);
    return count;
  }

  /** Rows of the minutes that a watermark at this time has closed. */
  Map<RowKey, Row> rowsUntil(Instant time) {
    Map<RowKey, Row> closed = new TreeMap<>(rows);
    closed.keySet().removeIf(key -> key.minute().plusSeconds(60).isAfter(time));
    return closed;
  }

  /** The newest event time of a record that counted. */
  Instant newest() {
    return newest;
  }

  private void add(ConsumerRecord<byte[], byte[]> record) {
    try {
      if (record.topic().equals(Topics.CAMERA_EVENTS)) {
        add(events.decode(record.value()));
      } else {
        add(readings.decode(record.value()));
      }
    } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException e) {
      // Malformed on purpose.
    }
  }

  private void add(CameraEvent event) {
    String kind = event.getKind().name();
    Measure measure = Measure.valueOf(kind);
    double count = event.getCount() == null ? 0 : event.getCount();
    if (counts(event.getDeviceId(), ModelClass.CAMERA, event.getOccurredAt(), event.getReceivedAt())
        && measure.allows(count)
        && seen.add(List.of(event.getDeviceId(), event.getEventId()))) {
      add(event.getDeviceId(), kind, event.getOccurredAt(), count);
    }
  }

  private void add(SensorReading reading) {
    String quantity = reading.getQuantity().name();
    Instant occurred = reading.getOccurredAt();
    if (counts(reading.getDeviceId(), ModelClass.SENSOR, occurred, reading.getReceivedAt())
        && reading.getQuality() != Quality.BAD
        && Measure.valueOf(quantity).allows(reading.getValue())
        && seen.add(List.of(reading.getDeviceId(), quantity, occurred))) {
      add(reading.getDeviceId(), quantity, occurred, reading.getValue());
    }
  }

  private boolean counts(String device, ModelClass sender, Instant occurred, Instant received) {
    Duration delay = Duration.between(occurred, received);
    return devices.containsKey(device)
        && devices.get(device).getModelClass() == sender
        && delay.compareTo(Duration.ofMinutes(-1)) >= 0
        && delay.compareTo(Duration.ofHours(1)) <= 0;
  }

  private void add(String device, String measure, Instant occurred, double value) {
    Instant minute = Instant.ofEpochSecond(Math.floorDiv(occurred.getEpochSecond(), 60L) * 60);
    String grid = devices.get(device).getGrid();
    Row row = rows.computeIfAbsent(new RowKey(minute, grid, measure), key -> new Row());
    row.values.add(value);
    row.devices.add(device);
    newest = occurred.isAfter(newest) ? occurred : newest;
  }
}
