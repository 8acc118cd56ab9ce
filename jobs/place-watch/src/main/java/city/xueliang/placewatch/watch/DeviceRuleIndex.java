package city.xueliang.placewatch.watch;

import city.xueliang.domain.desk.RulesInForce;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.rule.Condition;
import city.xueliang.domain.rule.Extent;
import city.xueliang.domain.rule.Rule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/** The rules on single devices, by what they judge; made anew when they change. */
final class DeviceRuleIndex {
  private final RulesInForce book;
  private final EnumMap<Measure, List<Rule>> thresholds = new EnumMap<>(Measure.class);
  private final EnumMap<Measure, List<Rule>> rates = new EnumMap<>(Measure.class);
  private final EnumMap<Measure, List<Rule>> series = new EnumMap<>(Measure.class);
  private final EnumMap<ModelClass, List<Rule>> absences = new EnumMap<>(ModelClass.class);

  DeviceRuleIndex(RulesInForce book) {
    this.book = book;
    for (Rule rule : book.rules()) {
      if (rule.condition() instanceof Condition.Threshold threshold) {
        add(thresholds, threshold.measure(), rule);
      } else if (rule.condition() instanceof Condition.Rate rate) {
        add(rates, rate.measure(), rule);
      } else if (rule.condition() instanceof Condition.Unusual unusual
          && unusual.per() == Extent.DEVICE) {
        add(series, unusual.measure(), rule);
      } else if (rule.condition() instanceof Condition.Absence absence) {
        absence.devices().forEach(devices -> add(absences, devices, rule));
      }
    }
  }

  /** All rules, of whichever type. */
  RulesInForce book() {
    return book;
  }

  List<Rule> thresholds(Measure measure) {
    return thresholds.getOrDefault(measure, List.of());
  }

  List<Rule> rates(Measure measure) {
    return rates.getOrDefault(measure, List.of());
  }

  List<Rule> series(Measure measure) {
    return series.getOrDefault(measure, List.of());
  }

  List<Rule> absences(ModelClass devices) {
    return absences.getOrDefault(devices, List.of());
  }

  private static <K extends Enum<K>> void add(EnumMap<K, List<Rule>> rules, K judged, Rule rule) {
    rules.computeIfAbsent(judged, any -> new ArrayList<>()).add(rule);
  }
}
