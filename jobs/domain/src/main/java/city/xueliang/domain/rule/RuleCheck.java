package city.xueliang.domain.rule;

import city.xueliang.domain.rule.Condition.Absence;
import city.xueliang.domain.rule.Handling.Collapse;
import city.xueliang.domain.rule.Handling.Inhibition;
import city.xueliang.domain.text.Problem;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a rule, silence or policy makes sense by itself, wherever it comes from: the one check of
 * files and of records. What is missing may be null, or NaN. The paths of the problems are those of
 * a rule file; {@link RulebookCheck} judges how several go together.
 */
public final class RuleCheck {
  private static final int MOST_INHIBITIONS = 100;

  private final Findings findings;

  private RuleCheck(Findings findings) {
    this.findings = findings;
  }

  /**
   * All that is wrong with a rule.
   *
   * @param source named in the problems
   */
  public static List<Problem> problems(String source, Rule rule) {
    Findings findings = new Findings(source);
    findings.id("id", rule.id());
    findings.within("version", rule.version(), RuleRanges.VERSION);
    findings.name(rule.name());
    findings.isThere("colour", rule.colour());
    findings.places(rule.places());
    if (findings.isThere("type", rule.condition())) {
      new ConditionCheck(findings).check(rule.condition());
    }
    if (findings.isThere("handling", rule.handling())) {
      new RuleCheck(findings).handling(rule);
    }
    return findings.problems();
  }

  /** All that is wrong with a silence. */
  public static List<Problem> problems(String source, Silence silence) {
    Findings findings = new Findings(source);
    findings.id("id", silence.id());
    findings.isThere("kind", silence.kind());
    findings.places(silence.places());
    silence.rules().stream().sorted().forEach(id -> findings.id("rules[" + id + "]", id));
    if (silence.places().isEmpty() && silence.rules().isEmpty()) {
      findings.add("places", "silence-everything");
    }
    findings.seat("seat", silence.seat());
    if (silence.from() >= silence.to()) {
      findings.add("to", "silence-order");
    } else {
      findings.within(
          "to", Duration.ofMillis(silence.to() - silence.from()), RuleRanges.SILENCE_LENGTH);
    }
    return findings.problems();
  }

  /** All that is wrong with a policy. */
  public static List<Problem> problems(String source, ResponsePolicy policy) {
    Findings findings = new Findings(source);
    findings.id("id", policy.id());
    findings.within("version", policy.version(), RuleRanges.VERSION);
    findings.name(policy.name());
    findings.places(policy.places());
    if (policy.terms().isEmpty()) {
      findings.add("terms", "entry-missing");
    }
    Set<Colour> colours = EnumSet.noneOf(Colour.class);
    for (int i = 0; i < policy.terms().size(); i++) {
      ResponsePolicy.Terms terms = policy.terms().get(i);
      String path = "terms[" + i + "].";
      if (findings.isThere(path + "colour", terms.colour()) && !colours.add(terms.colour())) {
        findings.add(path + "colour", "policy-colour-twice", terms.colour());
      }
      findings.within(path + "acknowledge", terms.acknowledge(), RuleRanges.POLICY_DEADLINE);
      findings.within(path + "arrive", terms.arrive(), RuleRanges.POLICY_DEADLINE);
      findings.within(path + "reinforce", terms.reinforce(), RuleRanges.POLICY_DEADLINE);
      inOrder(findings, path + "arrive", terms.acknowledge(), terms.arrive());
      inOrder(findings, path + "reinforce", terms.arrive(), terms.reinforce());
      findings.isThere(path + "start", terms.start());
    }
    return findings.problems();
  }

  private static void inOrder(Findings findings, String path, Duration first, Duration then) {
    if (Findings.allThere(first, then) && then.compareTo(first) < 0) {
      findings.add(path, "policy-order");
    }
  }

  private void handling(Rule rule) {
    Handling handling = rule.handling();
    Extent judged = rule.condition() == null ? null : rule.condition().judges();
    if (findings.isThere("handling.groupBy", handling.groupBy())
        && judged != null
        && !handling.groupBy().holds(judged)) {
      findings.add("handling.groupBy", "rule-group-finer", handling.groupBy(), judged);
    }
    findings.within("handling.holdOff", handling.holdOff(), RuleRanges.HOLD_OFF);
    inhibitions(rule.id(), handling.inhibits(), judged);
    if (handling.collapse() != null) {
      collapse(rule.condition(), handling);
    }
  }

  private void inhibitions(String ruleId, List<Inhibition> inhibits, Extent judged) {
    if (inhibits.size() > MOST_INHIBITIONS) {
      findings.add("handling.inhibits", "rule-inhibitions", MOST_INHIBITIONS);
    }
    Set<String> targets = new HashSet<>();
    for (int i = 0; i < inhibits.size(); i++) {
      String path = "handling.inhibits[" + i + "].";
      String target = inhibits.get(i).ruleId();
      Extent equal = inhibits.get(i).equal();
      findings.id(path + "rule", target);
      if (target != null && target.equals(ruleId)) {
        findings.add(path + "rule", "rule-inhibits-itself");
      }
      if (target != null && !targets.add(target)) {
        findings.add(path + "rule", "rule-inhibits-twice", target);
      }
      if (findings.isThere(path + "equal", equal) && judged != null && !equal.holds(judged)) {
        findings.add(path + "equal", "rule-equal-finer", equal, ruleId, judged);
      }
    }
  }

  private void collapse(Condition condition, Handling handling) {
    Collapse collapse = handling.collapse();
    String path = "handling.collapse";
    if (condition != null && !(condition instanceof Absence)) {
      findings.add(path, "rule-collapse-absence");
    }
    if (handling.groupBy() != null && handling.groupBy() != Extent.DEVICE) {
      findings.add("handling.groupBy", "rule-collapse-group", handling.groupBy());
    }
    findings.within(path + ".least", collapse.least(), RuleRanges.COLLAPSE_LEAST);
    findings.within(path + ".percent", collapse.percent(), RuleRanges.COLLAPSE_PERCENT);
    findings.within(path + ".patience", collapse.patience(), RuleRanges.COLLAPSE_PATIENCE);
    if (collapse.causes().isEmpty()) {
      findings.add(path + ".causes", "entry-missing");
    }
  }
}
