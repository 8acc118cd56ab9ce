package city.xueliang.rules;

import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.rule.Silence;
import city.xueliang.feeds.registry.RegistryTopics;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import city.xueliang.schemas.UndecodableException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The alerts that changed within the last days, each in its newest revision. */
final class RecentAlerts {
  static final int DAYS = 7;

  private final List<Alert> alerts;
  private final int unreadable;
  private final Map<String, List<String>> gridsOfZone;

  private RecentAlerts(List<Alert> alerts, int unreadable, Map<String, List<String>> gridsOfZone) {
    this.alerts = alerts;
    this.unreadable = unreadable;
    this.gridsOfZone = gridsOfZone;
  }

  /**
   * Reads them up to the end of their topic, and the zones as they are now.
   *
   * @throws UndecodableException if a place cannot be read
   */
  static RecentAlerts read(String bootstrap) throws UndecodableException {
    SingleObjectCodec<Alert> codec = SingleObjectCodec.of(Alert.class);
    long since = System.currentTimeMillis() - Duration.ofDays(DAYS).toMillis();
    Map<String, Alert> newest = new LinkedHashMap<>();
    int unreadable = 0;
    for (var record : TopicReading.read(bootstrap, Topics.ALERTS, since)) {
      try {
        if (record.value() != null) {
          Alert alert = codec.decode(record.value(), null);
          newest.merge(
              alert.getAlertId(),
              alert,
              (one, other) -> one.getRevision() > other.getRevision() ? one : other);
        }
      } catch (UndecodableException e) {
        unreadable++;
      }
    }
    return new RecentAlerts(List.copyOf(newest.values()), unreadable, zones(bootstrap));
  }

  private static Map<String, List<String>> zones(String bootstrap) throws UndecodableException {
    Map<String, List<String>> grids = new LinkedHashMap<>();
    for (Place place : new RegistryTopics(bootstrap).places()) {
      if (place.level() == Level.ZONE) {
        grids.put(place.code(), place.grids());
      }
    }
    return grids;
  }

  /** Records that are of no release that this program knows. */
  int unreadable() {
    return unreadable;
  }

  int size() {
    return alerts.size();
  }

  /** How many a silence would have held back if it had been in force all the time. */
  Map<String, Long> heldByRule(Silence silence) {
    Map<String, Long> held = new TreeMap<>();
    alerts.stream()
        .filter(alert -> silence.rules().isEmpty() || silence.rules().contains(alert.getRuleId()))
        .filter(alert -> silence.places().isEmpty() || isAtOneOf(silence, alert.getPlace()))
        .forEach(alert -> held.merge(alert.getRuleId(), 1L, Long::sum));
    return held;
  }

  private boolean isAtOneOf(Silence silence, String place) {
    return silence.places().stream()
        .anyMatch(
            code ->
                code.equals(place)
                    || gridsOfZone.getOrDefault(code, List.of()).contains(place)
                    || isInTree(code, place));
  }

  private static boolean isInTree(String code, String place) {
    return Character.isDigit(code.charAt(0))
        && Character.isDigit(place.charAt(0))
        && PlaceCodes.covers(code, place);
  }
}
