package city.xueliang.benchmark.day;

import city.xueliang.benchmark.day.Truth.Outage;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.feeds.simulate.incident.Incident;
import city.xueliang.feeds.simulate.incident.IncidentKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds what the seats were told against what truly happened. */
final class Evaluation {
  /** What is told so long after an incident or outage still belongs to it. */
  static final Duration GRACE = Duration.ofMinutes(5);

  private static final String DEVICE_SILENT = "device-silent";

  /** Share of an incident's devices that the alert of their common cause has to list. */
  private static final double LISTED = 0.5;

  private final CityMap city;
  private final Truth truth;
  private final long end;
  private final Map<String, List<Outage>> outages = new HashMap<>();

  /**
   * @param end of the run, epoch milliseconds
   */
  Evaluation(CityMap city, Truth truth, long end) {
    this.city = city;
    this.truth = truth;
    this.end = end;
    for (Outage outage : truth.outages()) {
      outages.computeIfAbsent(outage.deviceId(), any -> new ArrayList<>()).add(outage);
    }
  }

  /**
   * What was told, sorted by what it belongs to.
   *
   * @param ofOutages about devices that were silent by themselves
   * @param falseAlarms that belong to nothing
   */
  record Sorted(
      List<IncidentVerdict> incidents, List<Telling> ofOutages, List<Telling> falseAlarms) {
    Sorted {
      incidents = List.copyOf(incidents);
      ofOutages = List.copyOf(ofOutages);
      falseAlarms = List.copyOf(falseAlarms);
    }
  }

  Sorted judge(List<Telling> told) {
    Map<Incident, List<Telling>> byIncident = new HashMap<>();
    List<Telling> ofOutages = new ArrayList<>();
    List<Telling> others = new ArrayList<>();
    for (Telling telling : told) {
      List<Incident> causes =
          truth.incidents().stream().filter(incident -> belongs(telling, incident)).toList();
      causes.forEach(
          incident -> byIncident.computeIfAbsent(incident, any -> new ArrayList<>()).add(telling));
      if (causes.isEmpty() && isOfOutage(telling)) {
        ofOutages.add(telling);
      } else if (causes.isEmpty()) {
        others.add(telling);
      }
    }
    List<IncidentVerdict> verdicts =
        truth.incidents().stream()
            .map(
                incident -> verdict(incident, byIncident.getOrDefault(incident, List.of()), others))
            .toList();
    return new Sorted(verdicts, ofOutages, others);
  }

  private IncidentVerdict verdict(Incident incident, List<Telling> told, List<Telling> others) {
    Expectation expected = Expectation.of(incident, city);
    Optional<Telling> right =
        told.stream().filter(telling -> isRight(telling, expected, incident)).findFirst();
    if (right.isPresent()) {
      long at = right.get().at();
      return new IncidentVerdict(
          incident,
          expected,
          Outcome.RIGHT,
          at - incident.from().toEpochMilli(),
          at - right.get().occurredAt(),
          told);
    }
    Outcome outcome = notRight(incident, expected, told, others);
    return new IncidentVerdict(incident, expected, outcome, 0, 0, told);
  }

  private boolean isRight(Telling telling, Expectation expected, Incident incident) {
    if (!telling.ruleId().equals(expected.ruleId()) || telling.colour() != expected.colour()) {
      return false;
    }
    if (!expected.ofCause()) {
      return true;
    }
    long listed =
        telling.devices().stream().filter(Set.copyOf(incident.devices())::contains).count();
    return telling.scope().isOfCause() && listed >= LISTED * incident.devices().size();
  }

  private Outcome notRight(
      Incident incident, Expectation expected, List<Telling> told, List<Telling> others) {
    if (incident.to().plus(GRACE).toEpochMilli() > end) {
      return Outcome.CUT_OFF;
    }
    String district = PlaceCodes.districtOf(incident.places().get(0));
    if (told.stream().anyMatch(telling -> telling.ruleId().equals(expected.ruleId()))) {
      boolean isOther = told.stream().noneMatch(each -> each.colour() == expected.colour());
      return isOther ? Outcome.WRONG_COLOUR : Outcome.WRONG_PLACE;
    }
    boolean isElsewhere =
        others.stream()
            .anyMatch(
                telling ->
                    isDuring(telling, incident.from().toEpochMilli(), incident.to().toEpochMilli())
                        && telling.scope().district().equals(district)
                        && isRight(telling, expected, incident));
    if (isElsewhere) {
      return Outcome.WRONG_PLACE;
    }
    return told.isEmpty() ? Outcome.MISSED : Outcome.WRONG_RULE;
  }

  private boolean belongs(Telling telling, Incident incident) {
    IncidentKind kind = incident.kind();
    return Expectation.rulesOf(kind).contains(telling.ruleId())
        && isDuring(telling, incident.from().toEpochMilli(), incident.to().toEpochMilli())
        && city.isAbout(telling, incident.devices(), incident.places());
  }

  private boolean isOfOutage(Telling telling) {
    return telling.ruleId().equals(DEVICE_SILENT)
        && telling.devices().stream()
            .anyMatch(
                device ->
                    outages.getOrDefault(device, List.of()).stream()
                        .anyMatch(outage -> isDuring(telling, outage.from(), outage.to())));
  }

  private static boolean isDuring(Telling telling, long from, long to) {
    return telling.at() >= from && telling.at() < to + GRACE.toMillis();
  }
}
