package city.xueliang.feeds.simulate;

import city.xueliang.domain.observation.EventTime;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.Registry;
import city.xueliang.schemas.CameraEvent;
import city.xueliang.schemas.Quality;
import city.xueliang.schemas.RejectReason;
import city.xueliang.schemas.SensorReading;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import city.xueliang.schemas.UndecodableException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges records by their bytes alone, as the design says, and counts the verdicts: GOOD,
 * DUPLICATE, LATE or the name of the reason for which a record is rejected.
 */
final class TestingIntake {
  static final String GOOD = "GOOD";
  static final String DUPLICATE = "DUPLICATE";
  static final String LATE = "LATE";

  private final SingleObjectCodec<CameraEvent> events = SingleObjectCodec.of(CameraEvent.class);
  private final SingleObjectCodec<SensorReading> readings =
      SingleObjectCodec.of(SensorReading.class);
  private final Set<String> known;
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Long> verdicts = new HashMap<>();

  TestingIntake(Registry city) {
    this.known = city.devices().stream().map(Device::deviceId).collect(Collectors.toSet());
  }

  /** What a record says, whichever topic it is of. */
  private record Said(
      String device, Measure measure, double value, long occurredAt, long receivedAt, String id) {}

  Map<String, Long> verdicts() {
    return verdicts;
  }

  String judge(String topic, byte[] value) {
    String verdict;
    try {
      verdict = topic.equals(Topics.CAMERA_EVENTS) ? event(value) : reading(value);
    } catch (UndecodableException e) {
      verdict = e.reason().name();
    }
    verdicts.merge(verdict, 1L, Long::sum);
    return verdict;
  }

  private String event(byte[] value) throws UndecodableException {
    CameraEvent event = events.decode(value, null);
    return judge(
        new Said(
            event.getDeviceId(),
            Measure.valueOf(event.getKind().name()),
            event.getCount() == null ? 0 : event.getCount(),
            event.getOccurredAt().toEpochMilli(),
            event.getReceivedAt().toEpochMilli(),
            event.getEventId().toString()));
  }

  private String reading(byte[] value) throws UndecodableException {
    SensorReading reading = readings.decode(value, null);
    if (reading.getQuality() != Quality.GOOD) {
      return RejectReason.BAD_QUALITY.name();
    }
    return judge(
        new Said(
            reading.getDeviceId(),
            Measure.valueOf(reading.getQuantity().name()),
            reading.getValue(),
            reading.getOccurredAt().toEpochMilli(),
            reading.getReceivedAt().toEpochMilli(),
            reading.getDeviceId() + reading.getQuantity() + reading.getOccurredAt()));
  }

  private String judge(Said said) {
    if (EventTime.isClockAhead(said.occurredAt, said.receivedAt)) {
      return RejectReason.CLOCK_AHEAD.name();
    }
    if (!Double.isFinite(said.value)) {
      return RejectReason.VALUE_NOT_FINITE.name();
    }
    if (!said.measure.allows(said.value)) {
      return RejectReason.VALUE_OUT_OF_RANGE.name();
    }
    if (!known.contains(said.device)) {
      return RejectReason.UNKNOWN_DEVICE.name();
    }
    if (said.receivedAt - said.occurredAt > EventTime.LATENESS.toMillis()) {
      return LATE;
    }
    return seen.add(said.id) ? GOOD : DUPLICATE;
  }
}
