package city.xueliang.benchmark.day;

import city.xueliang.benchmark.day.Evaluation.Sorted;
import city.xueliang.feeds.simulate.incident.IncidentKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that comes of a run.
 *
 * @param all over all kinds
 * @param notRight incidents that were not alerted rightly, described
 * @param outages of single devices that truly happened
 * @param outagesTold alerts about these
 * @param falsePerDay false alarms a day, by rule
 * @param after load by the rules as they are
 * @param before load by the same rules without handling
 */
record DayFigures(
    List<KindFigures> kinds,
    KindFigures all,
    List<String> notRight,
    int outages,
    int outagesTold,
    Map<String, Double> falsePerDay,
    Load after,
    Load before) {

  DayFigures {
    kinds = List.copyOf(kinds);
    notRight = List.copyOf(notRight);
  }

  static DayFigures of(Sorted sorted, Truth truth, double days, Load after, Load before) {
    List<KindFigures> kinds = new ArrayList<>();
    for (IncidentKind kind : IncidentKind.values()) {
      kinds.add(KindFigures.of(kind, sorted.incidents()));
    }
    Map<String, Double> falsePerDay = new TreeMap<>();
    sorted.falseAlarms().forEach(told -> falsePerDay.merge(told.ruleId(), 1 / days, Double::sum));
    List<String> notRight =
        sorted.incidents().stream()
            .filter(verdict -> verdict.outcome() != Outcome.RIGHT)
            .map(DayFigures::describe)
            .toList();
    return new DayFigures(
        kinds,
        KindFigures.of(null, sorted.incidents()),
        notRight,
        truth.outages().size(),
        sorted.ofOutages().size(),
        falsePerDay,
        after,
        before);
  }

  double falseAlarmsPerDay() {
    return falsePerDay.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static String describe(IncidentVerdict verdict) {
    return "%s %s %s: %s, %s %s, %s"
        .formatted(
            verdict.outcome(),
            verdict.incident().kind(),
            verdict.incident().id(),
            verdict.expected().ruleId(),
            verdict.incident().from(),
            verdict.incident().to(),
            verdict.told().stream()
                .map(told -> told.ruleId() + '@' + told.scope().key() + ' ' + told.devices().size())
                .toList());
  }
}
