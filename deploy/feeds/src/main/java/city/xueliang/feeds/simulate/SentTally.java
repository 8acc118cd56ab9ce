package city.xueliang.feeds.simulate;

import city.xueliang.feeds.simulate.fault.Flaw;
import city.xueliang.schemas.Topics;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What was sent, by topic and flaw. Can be read while another thread counts. */
public final class SentTally {
  private final Map<Flaw, AtomicLong> cameraEvents = zeros();
  private final Map<Flaw, AtomicLong> sensorReadings = zeros();

  public void add(SimulatedRecord record) {
    of(record.topic()).get(record.flaw()).incrementAndGet();
  }

  /** Records of a topic, good and flawed. */
  public long sent(String topic) {
    return of(topic).values().stream().mapToLong(AtomicLong::get).sum();
  }

  public long sent(Flaw flaw) {
    return cameraEvents.get(flaw).get() + sensorReadings.get(flaw).get();
  }

  /** All records. */
  public long sent() {
    return sent(Topics.CAMERA_EVENTS) + sent(Topics.SENSOR_READINGS);
  }

  private Map<Flaw, AtomicLong> of(String topic) {
    return topic.equals(Topics.CAMERA_EVENTS) ? cameraEvents : sensorReadings;
  }

  private static Map<Flaw, AtomicLong> zeros() {
    Map<Flaw, AtomicLong> counts = new EnumMap<>(Flaw.class);
    for (Flaw flaw : Flaw.values()) {
      counts.put(flaw, new AtomicLong());
    }
    return counts;
  }
}
