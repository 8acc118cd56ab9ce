package city.xueliang.benchmark.day;

import city.xueliang.benchmark.pipeline.SimulatedStreams;
import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.alert.Scope;
import city.xueliang.domain.rule.Colour;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A time at which the seats were told of an alert: it opened, came back, or was held back no more.
 *
 * @param scope the widest that it had until it was told again
 * @param devices all that it listed until then
 * @param at gateway's clock at the latest, epoch milliseconds
 * @param occurredAt event time of what brought the alert about first, epoch milliseconds
 */
record Telling(
    String ruleId, Colour colour, Scope scope, List<String> devices, long at, long occurredAt) {

  Telling {
    devices = List.copyOf(devices);
  }

  /**
   * Those of alerts.
   *
   * @param revisions of each alert in their order
   * @param ahead by how much the feed may have been ahead of the desk, which counts as a delay
   * @param end what is told from then on, when the feed has ended, does not count
   */
  static List<Telling> of(List<Alert> revisions, Duration ahead, long end) {
    List<Telling> tellings = new ArrayList<>();
    Map<String, Integer> newest = new HashMap<>();
    for (Alert alert : revisions) {
      long opened = alert.response().openedAt();
      if (opened == 0) {
        continue;
      }
      // The desk's clock trails behind the gateway's.
      long at = opened + SimulatedStreams.DISORDER_MILLIS + ahead.toMillis();
      if (opened >= end) {
        continue;
      }
      Integer known = newest.get(alert.id());
      if (known != null && tellings.get(known).at == at) {
        tellings.set(known, tellings.get(known).with(alert));
      } else {
        newest.put(alert.id(), tellings.size());
        tellings.add(
            new Telling(
                alert.ruleId(),
                alert.colour(),
                alert.scope(),
                alert.devices(),
                at,
                alert.firstOccurredAt()));
      }
    }
    return List.copyOf(tellings);
  }

  private Telling with(Alert later) {
    TreeSet<String> all = new TreeSet<>(devices);
    all.addAll(later.devices());
    return new Telling(ruleId, colour, later.scope(), List.copyOf(all), at, occurredAt);
  }
}
