package city.xueliang.placewatch.registry;

import city.xueliang.domain.desk.Rulebook;
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
  private Rulebook book;

  /** Takes in a change; false if a newer one of the key came already, or the same. */
  public boolean take(RuleChange change, BroadcastState<String, RuleChange> state)
      throws Exception {
    RuleChange before = state.get(change.key());
    if (before != null
        && (change.position().isBefore(before.position()) || change.equals(before))) {
      return false;
    }
    state.put(change.key(), change);
    book = null;
    return true;
  }

  /** What is in force; the same object until something changes. */
  public Rulebook book(ReadOnlyBroadcastState<String, RuleChange> state) throws Exception {
    if (book == null) {
      Rulebook.Builder builder = Rulebook.builder();
      for (Map.Entry<String, RuleChange> entry : state.immutableEntries()) {
        RuleChange change = entry.getValue();
        if (change.rule() != null) {
          builder.rule(change.rule());
        } else if (change.silence() != null) {
          builder.silence(change.silence());
        } else if (change.policy() != null) {
          builder.policy(change.policy());
        }
      }
      book = builder.build();
    }
    return book;
  }
}
