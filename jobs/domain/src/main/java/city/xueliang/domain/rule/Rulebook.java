package city.xueliang.domain.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rules, silences and policies that go together, such as those in force. */
public final class Rulebook {
  public static final Rulebook EMPTY = new Rulebook(Map.of());

  private final Map<String, RulebookChange> entries;

  private Rulebook(Map<String, RulebookChange> entries) {
    this.entries = Collections.unmodifiableMap(entries);
  }

  /** The rulebook after a change, the newest entry last; this one stays as it is. */
  public Rulebook with(RulebookChange change) {
    Map<String, RulebookChange> changed = new LinkedHashMap<>(entries);
    changed.remove(change.key());
    if (!change.isRemoval()) {
      changed.put(change.key(), change);
    }
    return new Rulebook(changed);
  }

  /** What is laid down, by key. */
  public Map<String, RulebookChange> entries() {
    return entries;
  }

  /** By id. */
  public Map<String, Rule> rules() {
    return only(RulebookChange::rule, Rule::id);
  }

  /** By id. */
  public Map<String, Silence> silences() {
    return only(RulebookChange::silence, Silence::id);
  }

  /** By id. */
  public Map<String, ResponsePolicy> policies() {
    return only(RulebookChange::policy, ResponsePolicy::id);
  }

  private <T> Map<String, T> only(Function<RulebookChange, T> part, Function<T, String> id) {
    Map<String, T> found = new LinkedHashMap<>();
    parts(part).forEach(item -> found.put(id.apply(item), item));
    return Collections.unmodifiableMap(found);
  }

  private <T> Stream<T> parts(Function<RulebookChange, T> part) {
    return entries.values().stream().map(part).filter(item -> item != null);
  }
}
