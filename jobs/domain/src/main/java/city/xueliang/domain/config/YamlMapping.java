package city.xueliang.domain.config;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The keys and values of one mapping. Keys are asked for one by one; {@link #refuseOtherKeys()} at
 * the end finds those that no one asked for.
 */
public final class YamlMapping {
  private final YamlValue self;
  private final Map<String, YamlValue> values;
  private final Set<String> known = new LinkedHashSet<>();

  YamlMapping(YamlValue self, Map<String, YamlValue> values) {
    this.self = self;
    this.values = new LinkedHashMap<>(values);
  }

  /** The value of a key that must be there; its absence is a problem. */
  public YamlValue required(String key) {
    YamlValue value = optional(key);
    if (!value.isPresent() && self.isPresent()) {
      self.child(key).problem("yaml-missing");
    }
    return value;
  }

  /** The value of a key that may be left out. */
  public YamlValue optional(String key) {
    known.add(key);
    YamlValue value = values.get(key);
    return value != null ? value : self.child(key);
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** Hands over every key with its value, in the order of the file: for tables with free keys. */
  public void forEach(BiConsumer<String, YamlValue> reader) {
    known.addAll(values.keySet());
    values.forEach(reader);
  }

  /** Makes each key that was not asked for until now a problem that names those that were. */
  public void refuseOtherKeys() {
    values.forEach(
        (key, value) -> {
          if (!known.contains(key)) {
            value.problem("yaml-unknown-key", String.join(", ", known));
          }
        });
  }
}
