package city.xueliang.placewatch.registry;

import city.xueliang.domain.desk.RulesInForce;
import city.xueliang.domain.rule.RulebookChange;
import city.xueliang.flink.state.BinaryTypeInfo;
import city.xueliang.placewatch.intake.RuleChange;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The rules, silences and policies in force, as far as their topic was read. For one operator that
 * takes them broadcast with {@link #STATE}; one instance for each of its tasks.
 */
public final class KnownRules {
  /** What was laid down last under each key; also that it was taken back. */
  public static final MapStateDescriptor<String, RuleChange> STATE =
      new MapStateDescriptor<>(
          "rules", Types.STRING, BinaryTypeInfo.of(RuleChange.class, new RuleChange.Form()));

  /** Null until this run needs it: broadcast state can be read only while something comes. */
  private RulesInForce book;

  /** Takes in a change; false if it is none, because a newer one came already, or the same. */
  public boolean take(RuleChange change, BroadcastState<String, RuleChange> state)
      throws Exception {
    String key = change.what().key();
    RuleChange before = state.get(key);
    if (before != null && change.position().isBefore(before.position())) {
      return false;
    }
    state.put(key, change);
    if (before == null ? change.what().isRemoval() : before.what().equals(change.what())) {
      return false;
    }
    book = null;
    return true;
  }

  /** What is in force; the same object until something changes. */
  public RulesInForce book(ReadOnlyBroadcastState<String, RuleChange> state) throws Exception {
    if (book == null) {
      RulesInForce.Builder inForce = RulesInForce.builder();
      for (Map.Entry<String, RuleChange> entry : state.immutableEntries()) {
        add(entry.getValue().what(), inForce);
      }
      book = inForce.build();
    }
    return book;
  }

  private static void add(RulebookChange change, RulesInForce.Builder inForce) {
    if (change.rule() != null) {
      inForce.rule(change.rule());
    } else if (change.silence() != null) {
      inForce.silence(change.silence());
    } else if (change.policy() != null) {
      inForce.policy(change.policy());
    }
  }
}
