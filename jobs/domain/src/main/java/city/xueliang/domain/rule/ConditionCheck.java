package city.xueliang.domain.rule;

import static city.xueliang.domain.rule.Findings.allThere;
import static city.xueliang.domain.rule.RuleRanges.plain;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.rule.Condition.Absence;
import city.xueliang.domain.rule.Condition.Burst;
import city.xueliang.domain.rule.Condition.Coverage;
import city.xueliang.domain.rule.Condition.Rate;
import city.xueliang.domain.rule.Condition.Sequence;
import city.xueliang.domain.rule.Condition.Spread;
import city.xueliang.domain.rule.Condition.Threshold;
import city.xueliang.domain.rule.Condition.Together;
import city.xueliang.domain.rule.Condition.Unusual;
import city.xueliang.domain.rule.Condition.Unusual.Statistic;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Whether the terms of a condition make sense. */
final class ConditionCheck {
  private final Findings findings;

  ConditionCheck(Findings findings) {
    this.findings = findings;
  }

  void check(Condition condition) {
    if (condition instanceof Threshold threshold) {
      threshold(threshold);
    } else if (condition instanceof Rate rate) {
      rate(rate);
    } else if (condition instanceof Absence absence) {
      absence(absence);
    } else if (condition instanceof Burst burst) {
      sign("sign", burst.sign());
      findings.isThere("per", burst.per());
      findings.within("count", burst.count(), RuleRanges.BURST_COUNT);
      findings.within("span", burst.span(), RuleRanges.BURST_SPAN);
    } else if (condition instanceof Together together) {
      together(together);
    } else if (condition instanceof Sequence sequence) {
      sequence(sequence);
    } else if (condition instanceof Unusual unusual) {
      unusual(unusual);
    } else if (condition instanceof Spread spread) {
      sign("sign", spread.sign());
      findings.within("grids", spread.grids(), RuleRanges.SPREAD_GRIDS);
      findings.within("span", spread.span(), RuleRanges.SPREAD_SPAN);
    } else if (condition instanceof Coverage coverage) {
      coverage(coverage);
    }
  }

  private void threshold(Threshold terms) {
    valued(terms.measure());
    findings.isThere("direction", terms.direction());
    findings.within("limit", terms.limit(), RuleRanges.values(terms.measure()));
    findings.within("clearLimit", terms.clearLimit(), RuleRanges.values(terms.measure()));
    if (terms.direction() != null && terms.direction().isPast(terms.clearLimit(), terms.limit())) {
      findings.add(
          "clearLimit",
          "rule-clear-limit",
          plain(terms.clearLimit()),
          terms.direction(),
          plain(terms.limit()));
    }
    findings.within("dwell", terms.dwell(), RuleRanges.THRESHOLD_DWELL);
  }

  private void rate(Rate terms) {
    valued(terms.measure());
    findings.isThere("direction", terms.direction());
    findings.within("limit", terms.limit(), RuleRanges.changes(terms.measure()));
    findings.within("clearLimit", terms.clearLimit(), RuleRanges.changes(terms.measure()));
    if (terms.limit() == 0) {
      findings.add("limit", "rule-change-zero");
    } else if (terms.clearLimit() >= terms.limit()) {
      findings.add(
          "clearLimit", "rule-clear-less", plain(terms.clearLimit()), plain(terms.limit()));
    }
    findings.within("span", terms.span(), RuleRanges.RATE_SPAN);
  }

  private void absence(Absence terms) {
    findings.isThere("kind", terms.kind());
    if (terms.devices().isEmpty()) {
      findings.add("devices", "entry-missing");
    }
    if (terms.kind() == Absence.Kind.FROZEN && terms.devices().contains(ModelClass.CAMERA)) {
      findings.add("devices", "rule-frozen-camera");
    }
    findings.within("grace", terms.grace(), RuleRanges.ABSENCE_GRACE);
  }

  private void together(Together terms) {
    List<Sign> signs = terms.signs();
    findings.within("signs", signs.size(), RuleRanges.TOGETHER_SIGNS);
    Set<Measure> measures = new HashSet<>();
    for (int i = 0; i < signs.size(); i++) {
      String path = "signs[" + i + "]";
      Measure measure = signs.get(i).measure();
      sign(path, signs.get(i));
      if (measure != null && !measures.add(measure)) {
        findings.add(path, "rule-sign-twice", measure);
      }
    }
    findings.within("devices", terms.devices(), RuleRanges.TOGETHER_DEVICES);
    findings.within("measures", terms.measures(), RuleRanges.TOGETHER_MEASURES);
    if (terms.measures() > signs.size() && !signs.isEmpty()) {
      findings.add("measures", "rule-measures", terms.measures(), signs.size());
    }
    findings.within("span", terms.span(), RuleRanges.TOGETHER_SPAN);
  }

  private void sequence(Sequence terms) {
    sign("first", terms.first());
    sign("then", terms.then());
    findings.isThere("per", terms.per());
    findings.within("within", terms.within(), RuleRanges.SEQUENCE_WITHIN);
    if (!allThere(terms.first(), terms.then())) {
      return;
    }
    Measure first = terms.first().measure();
    Measure then = terms.then().measure();
    if (allThere(first) && Objects.equals(terms.first(), terms.then())) {
      findings.add("then", "rule-sequence-same");
    }
    if (allThere(first, then) && terms.per() == Extent.DEVICE && first.sender() != then.sender()) {
      findings.add("per", "rule-sequence-device", first, then);
    }
  }

  private void unusual(Unusual terms) {
    findings.isThere("measure", terms.measure());
    findings.isThere("statistic", terms.statistic());
    findings.isThere("per", terms.per());
    findings.isThere("side", terms.side());
    findings.within("score", terms.score(), RuleRanges.UNUSUAL_SCORE);
    if (allThere(terms.statistic(), terms.per())
        && (terms.statistic() == Statistic.VALUE) != (terms.per() == Extent.DEVICE)) {
      findings.add("statistic", "rule-statistic-per", terms.statistic(), terms.per());
    }
    if (allThere(terms.measure(), terms.statistic())
        && terms.statistic() != Statistic.COUNT
        && !terms.measure().isValued()) {
      findings.add("statistic", "rule-statistic-count", terms.statistic(), terms.measure());
    }
  }

  private void coverage(Coverage terms) {
    findings.isThere("level", terms.level());
    findings.within("darkPercent", terms.darkPercent(), RuleRanges.COVERAGE_DARK_PERCENT);
    findings.within("clearPercent", terms.clearPercent(), RuleRanges.COVERAGE_CLEAR_PERCENT);
    if (terms.clearPercent() >= terms.darkPercent()) {
      findings.add(
          "clearPercent",
          "rule-clear-less",
          plain(terms.clearPercent()),
          plain(terms.darkPercent()));
    }
    findings.within("leastDevices", terms.leastDevices(), RuleRanges.COVERAGE_LEAST_DEVICES);
    findings.within("dwell", terms.dwell(), RuleRanges.COVERAGE_DWELL);
  }

  private void valued(Measure measure) {
    if (findings.isThere("measure", measure) && !measure.isValued()) {
      findings.add("measure", "rule-not-valued", measure);
    }
  }

  private void sign(String path, Sign sign) {
    if (!findings.isThere(path, sign) || !findings.isThere(path + ".measure", sign.measure())) {
      return;
    }
    boolean isLimited = sign.atLeast() != Sign.ANY;
    if (sign.measure().isValued() && !isLimited) {
      findings.add(path + ".atLeast", "rule-sign-needs-value", sign.measure());
    } else if (sign.measure().isValued()) {
      findings.within(path + ".atLeast", sign.atLeast(), RuleRanges.values(sign.measure()));
    } else if (isLimited) {
      findings.add(path + ".atLeast", "rule-sign-has-no-value", sign.measure());
    }
  }
}
