package city.xueliang.rules;

import city.xueliang.domain.alert.Scope;
import city.xueliang.domain.desk.Silences;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.place.Zones;
import city.xueliang.domain.rule.Silence;
import city.xueliang.feeds.registry.RegistryTopics;
import city.xueliang.feeds.registry.TopicReading;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import city.xueliang.schemas.UndecodableException;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The alerts that changed within the last days, each in its newest revision. */
final class RecentAlerts {
  static final int DAYS = 7;

  private final List<Alert> alerts;
  private final int unreadable;
  private final Function<String, List<String>> zonesOf;

  private RecentAlerts(List<Alert> alerts, int unreadable, Function<String, List<String>> zonesOf) {
    this.alerts = alerts;
    this.unreadable = unreadable;
    this.zonesOf = zonesOf;
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

  private static Function<String, List<String>> zones(String bootstrap)
      throws UndecodableException {
    Zones zones = new Zones();
    for (Place place : new RegistryTopics(bootstrap).places()) {
      if (place.level() == Level.ZONE) {
        zones.put(place.code(), place.grids(), Long.MIN_VALUE);
      }
    }
    return grid -> zones.of(grid, Long.MAX_VALUE - 1);
  }

  /** Records that are of no release that this program knows. */
  int unreadable() {
    return unreadable;
  }

  int size() {
    return alerts.size();
  }

  /** Those that a silence would have held back if it had been in force all the time. */
  List<Alert> heldBy(Silence silence) {
    return alerts.stream()
        .filter(alert -> Silences.isAbout(silence, alert.getRuleId(), scope(alert), zonesOf))
        .sorted(Comparator.comparing(Alert::getFirstOccurredAt))
        .toList();
  }

  private static Scope scope(Alert alert) {
    return new Scope(
        alert.getPlace(),
        PlaceCodes.levelOf(alert.getPlace()),
        alert.getDistrict(),
        alert.getDeviceId() == null ? "" : alert.getDeviceId(),
        null,
        "");
  }
}
