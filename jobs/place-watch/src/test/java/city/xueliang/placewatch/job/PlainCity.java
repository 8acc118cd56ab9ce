package city.xueliang.placewatch.job;

import city.xueliang.schemas.CameraEvent;
import city.xueliang.schemas.CameraKind;
import city.xueliang.schemas.RejectReason;
import city.xueliang.schemas.SensorReading;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import city.xueliang.schemas.UndecodableException;
import city.xueliang.testing.Town;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What the job has to make of {@link CityFeeds}, told by a plain loop over the topics' records that
 * shares nothing with the job.
 */
final class PlainCity {
  static final double LIMIT = 25;
  static final double CLEAR_LIMIT = 20;

  /** Values of each row, by place, measure, window and start; and the devices that sent them. */
  final Map<String, List<Double>> values = new TreeMap<>();

  final Map<String, Set<String>> devices = new TreeMap<>();

  /** Reason of each rejected record, by topic, partition and offset. */
  final Map<String, RejectReason> rejections = new TreeMap<>();

  /** Alert, revision: the record that brought it about. */
  final Set<String> alerts = new HashSet<>();

  int counted;

  /** Records by topic, reason and minute of append: read, rejected, late, duplicates. */
  final Map<String, List<Long>> intake = new TreeMap<>();

  int late;
  int duplicates;

  private final SingleObjectCodec<CameraEvent> events = SingleObjectCodec.of(CameraEvent.class);
  private final SingleObjectCodec<SensorReading> readings =
      SingleObjectCodec.of(SensorReading.class);
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Instant> newestGas = new HashMap<>();
  private final Map<String, String> openAlerts = new HashMap<>();

  static PlainCity of(List<ConsumerRecord<byte[], byte[]>> records) throws Exception {
    PlainCity city = new PlainCity();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      city.take(record);
    }
    return city;
  }

  /** Counts records that are all taken. */
  static void countTaken(
      List<ConsumerRecord<byte[], byte[]>> records, Map<String, List<Long>> intake) {
    records.forEach(
        record -> intake.merge(intakeRow(record, "NONE"), List.of(1L, 0L, 0L, 0L), PlainCity::sum));
  }

  static String position(String topic, int partition, long offset) {
    return topic + '-' + partition + '@' + offset;
  }

  static String row(String place, String measure, String window, Instant start) {
    return place + ' ' + measure + ' ' + window + ' ' + start;
  }

  private void take(ConsumerRecord<byte[], byte[]> record) throws Exception {
    int lateBefore = late;
    int duplicatesBefore = duplicates;
    RejectReason reason;
    try {
      reason =
          record.topic().equals(Topics.CAMERA_EVENTS)
              ? event(events.decode(record.value(), null))
              : reading(readings.decode(record.value(), null));
    } catch (UndecodableException e) {
      reason = e.reason();
    }
    if (reason != null) {
      rejections.put(position(record.topic(), record.partition(), record.offset()), reason);
    }
    intake.merge(
        intakeRow(record, reason == null ? "NONE" : reason.name()),
        List.of(
            1L,
            reason == null ? 0L : 1L,
            (long) late - lateBefore,
            (long) duplicates - duplicatesBefore),
        PlainCity::sum);
    // That of the records that were taken has the lag of them all.
    intake.putIfAbsent(intakeRow(record, "NONE"), List.of(0L, 0L, 0L, 0L));
  }

  private static String intakeRow(ConsumerRecord<byte[], byte[]> record, String reason) {
    long minute = record.timestamp() - record.timestamp() % 60_000;
    return "intake,reason=%s,topic=%s %d".formatted(reason, record.topic(), minute);
  }

  private static List<Long> sum(List<Long> a, List<Long> b) {
    return IntStream.range(0, a.size()).mapToObj(i -> a.get(i) + b.get(i)).toList();
  }

  private RejectReason event(CameraEvent event) {
    if (isAhead(event.getOccurredAt(), event.getReceivedAt())) {
      return RejectReason.CLOCK_AHEAD;
    }
    boolean counts =
        event.getKind() == CameraKind.CROWD_COUNT || event.getKind() == CameraKind.VEHICLE_COUNT;
    if (counts && event.getCount() < 0) {
      return RejectReason.VALUE_OUT_OF_RANGE;
    }
    String grid = gridOf(event.getDeviceId());
    if (grid == null) {
      return RejectReason.UNKNOWN_DEVICE;
    }
    String identity = event.getDeviceId() + HexFormat.of().formatHex(event.getEventId().bytes());
    if (isNew(event.getOccurredAt(), event.getReceivedAt(), identity)) {
      add(
          grid,
          event.getKind().name(),
          event.getOccurredAt(),
          event.getDeviceId(),
          counts ? event.getCount() : 0);
    }
    return null;
  }

  private RejectReason reading(SensorReading reading) throws Exception {
    if (isAhead(reading.getOccurredAt(), reading.getReceivedAt())) {
      return RejectReason.CLOCK_AHEAD;
    }
    if (Double.isNaN(reading.getValue())) {
      return RejectReason.VALUE_NOT_FINITE;
    }
    if (reading.getValue() > 180) {
      return RejectReason.VALUE_OUT_OF_RANGE;
    }
    String grid = gridOf(reading.getDeviceId());
    if (grid == null) {
      return RejectReason.UNKNOWN_DEVICE;
    }
    String measure = reading.getQuantity().name();
    String identity = reading.getDeviceId() + measure + reading.getOccurredAt();
    if (isNew(reading.getOccurredAt(), reading.getReceivedAt(), identity)) {
      add(grid, measure, reading.getOccurredAt(), reading.getDeviceId(), reading.getValue());
      if (measure.equals("GAS_LEL_PERCENT")) {
        judge(reading);
      }
    }
    return null;
  }

  private boolean isNew(Instant occurredAt, Instant receivedAt, String identity) {
    if (Duration.between(occurredAt, receivedAt).compareTo(Duration.ofHours(1)) > 0) {
      late++;
      return false;
    }
    if (!seen.add(identity)) {
      duplicates++;
      return false;
    }
    return true;
  }

  private void add(String grid, String measure, Instant at, String device, double value) {
    counted++;
    ZonedDateTime local = at.atZone(ZoneId.of("Asia/Shanghai"));
    for (String place : placesOf(grid)) {
      add(row(place, measure, "MINUTE", at.truncatedTo(ChronoUnit.MINUTES)), device, value);
      add(row(place, measure, "HOUR", at.truncatedTo(ChronoUnit.HOURS)), device, value);
      add(
          row(place, measure, "DAY", local.truncatedTo(ChronoUnit.DAYS).toInstant()),
          device,
          value);
    }
  }

  private void add(String row, String device, double value) {
    values.computeIfAbsent(row, any -> new ArrayList<>()).add(value);
    devices.computeIfAbsent(row, any -> new HashSet<>()).add(device);
  }

  private static List<String> placesOf(String grid) {
    List<String> places = new ArrayList<>();
    places.add(grid);
    places.add(grid.substring(0, 12));
    places.add(grid.substring(0, 9));
    places.add(grid.substring(0, 6));
    places.add("630100");
    if (CityFeeds.ZONE_GRIDS.contains(grid)) {
      places.add(CityFeeds.ZONE);
    }
    return places;
  }

  private void judge(SensorReading reading) throws Exception {
    String device = reading.getDeviceId();
    Instant at = reading.getOccurredAt();
    if (at.isBefore(newestGas.getOrDefault(device, Instant.MIN))) {
      return;
    }
    newestGas.put(device, at);
    String open = openAlerts.get(device);
    if (open == null && reading.getValue() >= LIMIT) {
      String identity = "gas@%s@%d".formatted(device, at.toEpochMilli());
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      String id = HexFormat.of().formatHex(hash, 0, 16);
      openAlerts.put(device, id);
      alerts.add(id + " 1 OPEN " + at);
    } else if (open != null && reading.getValue() <= CLEAR_LIMIT) {
      openAlerts.remove(device);
      alerts.add(open + " 2 CLEARED " + at);
    }
  }

  private static boolean isAhead(Instant occurredAt, Instant receivedAt) {
    return Duration.between(receivedAt, occurredAt).compareTo(Duration.ofMinutes(1)) > 0;
  }

  private static String gridOf(String device) {
    for (int serial = 0; serial < CityFeeds.DEVICES_OF_A_CLASS; serial++) {
      if (device.equals(Town.camera(serial)) || device.equals(Town.sensor(serial))) {
        return CityFeeds.GRIDS.get(serial % CityFeeds.GRIDS.size());
      }
    }
    return null;
  }
}
