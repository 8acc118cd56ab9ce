package city.xueliang.placewatch;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/** Collects what is wrong with options, so that all of it is said at once. */
final class OptionCheck {
  private final Configuration options;
  private final List<String> problems = new ArrayList<>();

  OptionCheck(Configuration options) {
    this.options = options;
  }

  /** Asks for a value, given or by default, that can be read as its type and is allowed. */
  <T> void that(ConfigOption<T> option, Predicate<T> isAllowed, String allowed) {
    if (!options.contains(option) && !option.hasDefaultValue()) {
      problems.add("--%s is missing; allowed: %s".formatted(option.key(), allowed));
    } else if (!isReadable(option) || !isAllowed.test(options.get(option))) {
      problems.add("--%s is '%s'; allowed: %s".formatted(option.key(), shown(option), allowed));
    }
  }

  /** Asks that no other option is given; Flink's own all have a dot in their name. */
  void refuseOthers(List<ConfigOption<?>> known) {
    String allowed = known.stream().map(option -> "--" + option.key()).collect(joining(", "));
    options.keySet().stream()
        .filter(key -> key.indexOf('.') < 0)
        .filter(key -> known.stream().noneMatch(option -> option.key().equals(key)))
        .sorted()
        .forEach(
            key ->
                problems.add(
                    "--%s is no option; allowed: %s and Flink's own".formatted(key, allowed)));
  }

  /**
   * Ends the check.
   *
   * @throws IllegalArgumentException with a line for each problem, if there is any
   */
  void orThrow() {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
  }

  private boolean isReadable(ConfigOption<?> option) {
    try {
      return options.get(option) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The value as it was given, but for what may be a secret in an address. */
  private String shown(ConfigOption<?> option) {
    return String.valueOf(options.toMap().get(option.key()))
        .replaceAll("//[^/@]*@", "//…@")
        .replaceAll("\\?.*", "?…");
  }
}
