package city.xueliang.placewatch.detect;

import city.xueliang.domain.desk.RulesInForce;
import city.xueliang.domain.rule.Condition;
import city.xueliang.domain.rule.Rule;
import city.xueliang.placewatch.intake.RuleChange;
import city.xueliang.placewatch.registry.KnownRules;
import java.util.List;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;

/** The rules of one type that are in force; one instance for each task of an operator. */
final class RulesOf<C extends Condition> {
  private final KnownRules known = new KnownRules();
  private final Class<C> type;
  private RulesInForce book;
  private List<Rule> rules = List.of();

  RulesOf(Class<C> type) {
    this.type = type;
  }

  /** Takes in a change; false if it is none. */
  boolean take(RuleChange change, BroadcastState<String, RuleChange> state) throws Exception {
    return known.take(change, state);
  }

  List<Rule> inForce(ReadOnlyBroadcastState<String, RuleChange> state) throws Exception {
    RulesInForce newest = known.book(state);
    if (book != newest) {
      book = newest;
      rules = newest.rules().stream().filter(rule -> type.isInstance(rule.condition())).toList();
    }
    return rules;
  }
}
