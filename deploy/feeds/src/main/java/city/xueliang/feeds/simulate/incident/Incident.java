package city.xueliang.feeds.simulate.incident;

import city.xueliang.domain.observation.Measure;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The truth about one incident.
 *
 * @param places codes of the grids in which its devices stand
 * @param devices ids of the devices that show it, or that it silences
 * @param from when it begins, inclusive
 * @param to when all is back to normal, exclusive
 * @param peaks the measures that show it, with the greatest value that a device sends; 0 for a kind
 *     of event that has no value
 */
public record Incident(
    String id,
    IncidentKind kind,
    List<String> places,
    List<String> devices,
    Instant from,
    Instant to,
    Map<Measure, Double> peaks) {

  public Incident {
    places = List.copyOf(places);
    devices = List.copyOf(devices);
  }
}
