package city.xueliang.console.coverage;

import city.xueliang.console.access.SeatView;
import city.xueliang.console.coverage.BlindSpots.BlindSegment;
import city.xueliang.console.live.Laid;
import city.xueliang.domain.place.Device;
import city.xueliang.domain.rule.Condition.Absence;
import city.xueliang.domain.rule.Rule;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.AlertCause;
import city.xueliang.schemas.Evidence;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Network segments of which devices are not heard, from the alerts about devices that are silent or
 * never reported: also those that are held back or were closed while the devices stayed dark.
 */
final class BlindSegments {
  private static final Comparator<BlindSegment> WORST_FIRST =
      Comparator.comparingInt(BlindSegment::dark)
          .reversed()
          .thenComparing(Comparator.comparingInt(BlindSegments::outages).reversed())
          .thenComparing(BlindSegment::segment);

  private final SeatView view;
  private final LastHours hours;
  private final Map<String, Device> devices;
  private final Map<String, Outages> bySegment = new HashMap<>();

  private BlindSegments(SeatView view, LastHours hours, Map<String, Device> devices) {
    this.view = view;
    this.hours = hours;
    this.devices = devices;
    devices
        .values()
        .forEach(
            device ->
                bySegment
                    .computeIfAbsent(
                        device.segment(), segment -> new Outages(hours.starts().size()))
                    .addDevice());
  }

  /**
   * The worst segments that have devices in places that the seat sees.
   *
   * @param devices those in service
   * @param alerts all that are kept
   * @param laid rules, by their ids, and what else is in force
   */
  static List<BlindSegment> of(
      Collection<Device> devices,
      Stream<Alert> alerts,
      Map<String, Laid> laid,
      SeatView view,
      LastHours hours,
      int limit) {
    Map<String, Boolean> seen = new HashMap<>();
    BlindSegments segments =
        new BlindSegments(
            view,
            hours,
            devices.stream()
                .filter(device -> seen.computeIfAbsent(device.grid(), view::sees))
                .collect(Collectors.toMap(Device::deviceId, device -> device)));
    alerts.filter(alert -> isAboutDarkness(alert, laid)).forEach(segments::add);
    return segments.bySegment.entrySet().stream()
        .map(entry -> entry.getValue().as(entry.getKey()))
        .filter(segment -> segment.dark() > 0 || outages(segment) > 0)
        .sorted(WORST_FIRST)
        .limit(limit)
        .toList();
  }

  private static boolean isAboutDarkness(Alert alert, Map<String, Laid> laid) {
    Laid entry = laid.get(alert.getRuleId());
    Rule rule = entry == null ? null : entry.change().rule();
    return rule != null
        && rule.condition() instanceof Absence absence
        && (absence.kind() == Absence.Kind.SILENT || absence.kind() == Absence.Kind.NEVER_REPORTED);
  }

  private void add(Alert alert) {
    if (alert.getConditionHolds()) {
      named(alert).forEach(device -> outagesOf(device).addDark(device, alert, view));
    }
    // What another one holds back is part of that one's outage.
    int hour = hours.indexOf(alert.getFirstOccurredAt().toEpochMilli());
    if (hour >= 0 && alert.getInhibitedBy() == null) {
      segments(alert).forEach(segment -> bySegment.get(segment).begin(hour));
    }
  }

  /** The devices for which it holds. */
  private Stream<Device> named(Alert alert) {
    Stream<String> ids =
        alert.getDevices().isEmpty()
            ? Stream.ofNullable(alert.getDeviceId())
            : alert.getDevices().stream();
    return ids.filter(devices::containsKey).map(devices::get);
  }

  /** The segments in which it began; an alert that is over names no devices any more. */
  private Set<String> segments(Alert alert) {
    Stream<String> ofDevices =
        Stream.of(
                named(alert).map(Device::deviceId),
                alert.getEvidence().stream().map(Evidence::getDeviceId))
            .flatMap(ids -> ids)
            .filter(devices::containsKey)
            .map(id -> devices.get(id).segment());
    Stream<String> ofCause =
        alert.getCause() == AlertCause.SEGMENT
            ? Stream.ofNullable(alert.getCauseKey()).filter(bySegment::containsKey)
            : Stream.empty();
    return Stream.concat(ofDevices, ofCause).collect(Collectors.toSet());
  }

  private Outages outagesOf(Device device) {
    return bySegment.get(device.segment());
  }

  private static int outages(BlindSegment segment) {
    return segment.trend().stream().mapToInt(Integer::intValue).sum();
  }
}
