package city.xueliang.domain.rule;

import city.xueliang.domain.rule.Handling.Inhibition;
import city.xueliang.domain.text.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether rules, silences and policies go together, each of which makes sense by itself. The
 * problems name the key of the entry at fault as their file; of two that do not go together, the
 * later one.
 */
public final class RulebookCheck {
  private final Rulebook book;
  private final List<Problem> problems = new ArrayList<>();

  private RulebookCheck(Rulebook book) {
    this.book = book;
  }

  public static List<Problem> problems(Rulebook book) {
    RulebookCheck check = new RulebookCheck(book);
    book.rules().values().forEach(check::inhibitions);
    book.rules().values().forEach(check::circles);
    book.silences().values().forEach(check::silence);
    check.policies();
    return List.copyOf(check.problems);
  }

  private void add(String key, String path, String problem, Object... arguments) {
    problems.add(Problem.of(key, 0, path, problem, arguments));
  }

  private void inhibitions(Rule rule) {
    List<Inhibition> inhibits = rule.handling().inhibits();
    for (int i = 0; i < inhibits.size(); i++) {
      String path = "handling.inhibits[" + i + "].";
      Rule target = book.rules().get(inhibits.get(i).ruleId());
      if (target == null) {
        add(rule.id(), path + "rule", "rule-unknown", inhibits.get(i).ruleId());
      } else if (!inhibits.get(i).equal().holds(target.condition().judges())) {
        add(
            rule.id(),
            path + "equal",
            "rule-equal-finer",
            inhibits.get(i).equal(),
            target.id(),
            target.condition().judges());
      }
    }
  }

  /** Looks for the shortest way on which a rule holds back itself; of one step, it is known. */
  private void circles(Rule rule) {
    Map<String, String> reachedFrom = new HashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(rule.id()));
    while (!open.isEmpty()) {
      String from = open.remove();
      for (String target : targets(from)) {
        if (target.equals(rule.id()) && !from.equals(rule.id())) {
          add(rule.id(), "handling.inhibits", "rule-circle", way(reachedFrom, rule.id(), from));
          return;
        }
        if (!target.equals(rule.id()) && reachedFrom.putIfAbsent(target, from) == null) {
          open.add(target);
        }
      }
    }
  }

  private List<String> targets(String ruleId) {
    Rule rule = book.rules().get(ruleId);
    return rule == null
        ? List.of()
        : rule.handling().inhibits().stream().map(Inhibition::ruleId).toList();
  }

  private static String way(Map<String, String> reachedFrom, String start, String last) {
    Deque<String> way = new ArrayDeque<>(List.of(start));
    for (String at = last; !at.equals(start); at = reachedFrom.get(at)) {
      way.addFirst(at);
    }
    way.addFirst(start);
    return String.join(" → ", way);
  }

  private void silence(Silence silence) {
    silence.rules().stream()
        .sorted()
        .filter(id -> !book.rules().containsKey(id))
        .forEach(
            id ->
                add(
                    RulebookChange.silenceKey(silence.id()),
                    "rules[" + id + "]",
                    "rule-unknown",
                    id));
  }

  private void policies() {
    Map<String, String> policyOf = new HashMap<>();
    Set<String> defaults = new HashSet<>();
    for (ResponsePolicy policy : book.policies().values()) {
      String key = RulebookChange.policyKey(policy.id());
      if (policy.places().isEmpty() && !defaults.isEmpty()) {
        add(key, "places", "policy-default-twice", defaults.iterator().next());
      }
      if (policy.places().isEmpty()) {
        defaults.add(policy.id());
      }
      for (String place : policy.places().stream().sorted().toList()) {
        String other = policyOf.putIfAbsent(place, policy.id());
        if (other != null) {
          add(key, "places[" + place + "]", "policy-place-twice", place, other);
        }
      }
    }
  }
}
