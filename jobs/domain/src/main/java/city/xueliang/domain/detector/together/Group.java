package city.xueliang.domain.detector.together;

import city.xueliang.domain.detector.Sighting;
import city.xueliang.domain.observation.Measure;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Sightings within a span, in a grid and those beside it.
 *
 * @param sightings oldest first; not empty
 */
record Group(List<Sighting> sightings) {

  /** What tells two sightings apart that corroborate each other. */
  private record Voice(String deviceId, Measure measure) {}

  int devices() {
    return (int) sightings.stream().map(Sighting::deviceId).distinct().count();
  }

  int measures() {
    return (int) sightings.stream().map(Sighting::measure).distinct().count();
  }

  Set<String> grids() {
    return sightings.stream().map(Sighting::grid).collect(Collectors.toCollection(TreeSet::new));
  }

  long since() {
    return sightings.get(sightings.size() - 1).occurredAt();
  }

  /** The grid of most sightings, of several the first by code. */
  String place() {
    Map<String, Integer> counts = new TreeMap<>();
    sightings.forEach(sighting -> counts.merge(sighting.grid(), 1, Integer::sum));
    String most = null;
    for (Map.Entry<String, Integer> grid : counts.entrySet()) {
      most = most == null || grid.getValue() > counts.get(most) ? grid.getKey() : most;
    }
    return most;
  }

  /** The newest of each device and measure, oldest first: what many sightings come to. */
  List<Sighting> voices() {
    Map<Voice, Sighting> newest = new LinkedHashMap<>();
    sightings.forEach(each -> newest.put(new Voice(each.deviceId(), each.measure()), each));
    return newest.values().stream().sorted(Comparator.comparingLong(Sighting::occurredAt)).toList();
  }

  /**
   * The first group that has enough of both.
   *
   * @param sightings oldest first
   * @param centre code of a grid of which it has to have one; null if it need not
   * @param from its last sighting is of this time or later
   * @return null if there is none
   */
  static Group firstOf(
      List<Sighting> sightings, String centre, long from, long span, int devices, int measures) {
    Map<String, Integer> byDevice = new HashMap<>();
    Map<Measure, Integer> byMeasure = new HashMap<>();
    int first = 0;
    int central = 0;
    for (int last = 0; last < sightings.size(); last++) {
      Sighting newest = sightings.get(last);
      central += isAt(newest, centre) ? 1 : 0;
      byDevice.merge(newest.deviceId(), 1, Integer::sum);
      byMeasure.merge(newest.measure(), 1, Integer::sum);
      while (newest.occurredAt() - sightings.get(first).occurredAt() > span) {
        Sighting gone = sightings.get(first);
        central -= isAt(gone, centre) ? 1 : 0;
        byDevice.computeIfPresent(gone.deviceId(), (any, count) -> oneLess(count));
        byMeasure.computeIfPresent(gone.measure(), (any, count) -> oneLess(count));
        first++;
      }
      if (newest.occurredAt() >= from
          && central > 0
          && byDevice.size() >= devices
          && byMeasure.size() >= measures) {
        return new Group(List.copyOf(sightings.subList(first, last + 1)));
      }
    }
    return null;
  }

  private static boolean isAt(Sighting sighting, String centre) {
    return centre == null || sighting.grid().equals(centre);
  }

  private static Integer oneLess(int count) {
    return count == 1 ? null : Integer.valueOf(count - 1);
  }
}
