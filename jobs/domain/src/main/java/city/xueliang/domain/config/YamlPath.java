package city.xueliang.domain.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows keys from a value; where they lead nowhere, the place at which it would stand. */
final class YamlPath {
  private static final Pattern STEP = Pattern.compile("\\[([^\\]]*)\\]|([^.\\[]+)");
  private static final Pattern PLACE = Pattern.compile("\\d{1,6}");

  private final YamlValue start;

  YamlPath(YamlValue start) {
    this.start = start;
  }

  YamlValue follow(String keys) {
    YamlValue at = start;
    Matcher step = STEP.matcher(keys);
    while (step.find()) {
      Optional<YamlValue> next =
          step.group(1) == null ? at.entry(step.group(2)) : item(at, step.group(1));
      if (next.isEmpty()) {
        return at.absent(keys.substring(step.start()));
      }
      at = next.get();
    }
    return at;
  }

  private static Optional<YamlValue> item(YamlValue list, String named) {
    Optional<YamlValue> byText = list.item(named);
    return byText.isPresent() || !PLACE.matcher(named).matches()
        ? byText
        : list.item(Integer.parseInt(named));
  }
}
