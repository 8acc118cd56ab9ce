package city.xueliang.domain.desk;

import city.xueliang.domain.rule.Extent;
import city.xueliang.domain.rule.Handling.Inhibition;
import city.xueliang.domain.rule.ResponsePolicy;
import city.xueliang.domain.rule.Rule;
import city.xueliang.domain.rule.Silence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All rules, response policies and silences in force, for look-up. Unchangeable. Equal contents act
 * alike, in whatever order they were added.
 */
public final class RulesInForce {
  public static final RulesInForce EMPTY = builder().build();

  private final SortedMap<String, Rule> rules;
  private final Map<String, List<Inhibition>> inhibits = new HashMap<>();
  private final Map<String, List<Inhibitor>> inhibitors = new HashMap<>();
  private final Policies policies;
  private final Silences silences;

  private RulesInForce(Builder parts) {
    rules = Collections.unmodifiableSortedMap(new TreeMap<>(parts.rules));
    policies = new Policies(parts.policies);
    silences = new Silences(parts.silences);
    rules.values().forEach(this::addInhibitions);
  }

  /**
   * A rule whose open alerts hold back those of another.
   *
   * @param equal what both must have in common
   */
  record Inhibitor(String ruleId, Extent equal) {}

  public static Builder builder() {
    return new Builder();
  }

  /** All rules, by id. */
  public Collection<Rule> rules() {
    return rules.values();
  }

  /** The rule with this id; null if there is none. */
  public Rule rule(String id) {
    return rules.get(id);
  }

  /** What a rule's open alerts hold back. */
  List<Inhibition> inhibitedBy(String ruleId) {
    return inhibits.getOrDefault(ruleId, List.of());
  }

  /** What holds back a rule's alerts. */
  List<Inhibitor> inhibitorsOf(String ruleId) {
    return inhibitors.getOrDefault(ruleId, List.of());
  }

  Policies policies() {
    return policies;
  }

  Silences silences() {
    return silences;
  }

  /**
   * In the order of ids; one that would close a circle is left out, for in a circle it would not be
   * decided who holds back whom.
   */
  private void addInhibitions(Rule source) {
    for (Inhibition inhibition : source.handling().inhibits()) {
      if (reaches(inhibition.ruleId(), source.id())) {
        continue;
      }
      inhibits.computeIfAbsent(source.id(), any -> new ArrayList<>()).add(inhibition);
      inhibitors
          .computeIfAbsent(inhibition.ruleId(), any -> new ArrayList<>())
          .add(new Inhibitor(source.id(), inhibition.equal()));
    }
  }

  private boolean reaches(String from, String to) {
    return from.equals(to)
        || inhibitedBy(from).stream().anyMatch(next -> reaches(next.ruleId(), to));
  }

  /** What a rulebook is put together from. */
  public static final class Builder {
    private final Map<String, Rule> rules = new HashMap<>();
    private final List<ResponsePolicy> policies = new ArrayList<>();
    private final List<Silence> silences = new ArrayList<>();

    private Builder() {}

    public Builder rule(Rule rule) {
      rules.put(rule.id(), rule);
      return this;
    }

    public Builder policy(ResponsePolicy policy) {
      policies.add(policy);
      return this;
    }

    public Builder silence(Silence silence) {
      silences.add(silence);
      return this;
    }

    public RulesInForce build() {
      return new RulesInForce(this);
    }
  }
}
