package city.xueliang.feeds.simulate.incident;

import city.xueliang.domain.observation.Measure;
import city.xueliang.feeds.simulate.city.DeviceTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the parts of an incident while it is written. */
final class Scenario {
  private static final long DEVICE_PHASE = 137;

  private final DeviceTable devices;
  private final IncidentKind kind;
  private final long begin;
  private final long end;
  private final List<Part> parts = new ArrayList<>();
  private final List<Integer> silenced = new ArrayList<>();

  Scenario(DeviceTable devices, IncidentKind kind, long begin, double seconds) {
    this.devices = devices;
    this.kind = kind;
    this.begin = begin;
    this.end = begin + (long) (seconds * 1_000);
  }

  /**
   * A device that reports by this course; two devices do not report at the same moment.
   *
   * @param after seconds from the beginning to the first report
   * @param every seconds between two reports
   */
  void shows(int device, Measure measure, Course course, double after, double every) {
    long interval = (long) (every * 1_000);
    long phase = parts.size() * DEVICE_PHASE % interval;
    long from = begin + (long) (after * 1_000) + phase;
    parts.add(new Part(device, measure, course, begin, from, end, interval));
  }

  void silences(Collection<Integer> some) {
    silenced.addAll(some);
  }

  Script script(String id) {
    Set<String> ids = new LinkedHashSet<>();
    Set<String> places = new LinkedHashSet<>();
    Map<Measure, Double> peaks = new EnumMap<>(Measure.class);
    for (Part part : parts) {
      ids.add(devices.id(part.device()));
      places.add(devices.grid(part.device()));
      peaks.merge(part.measure(), part.course().peak(), Math::max);
    }
    for (int device : silenced) {
      ids.add(devices.id(device));
      places.add(devices.grid(device));
    }
    Incident incident =
        new Incident(
            id,
            kind,
            List.copyOf(places),
            List.copyOf(ids),
            Instant.ofEpochMilli(begin),
            Instant.ofEpochMilli(end),
            peaks);
    return new Script(incident, parts, silenced);
  }
}
