package city.xueliang.domain.rule;

import city.xueliang.domain.config.YamlMapping;
import city.xueliang.domain.config.YamlValue;
import city.xueliang.domain.rule.RuleRanges.Numbers;
import city.xueliang.domain.rule.RuleRanges.Spans;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The values of a rule file: null, NaN or 0 for one that is missing or wrong, with a problem; the
 * given one for an absent key that may be left out.
 */
final class Readings {
  private Readings() {}

  static String text(YamlValue value) {
    return value.string().orElse(null);
  }

  static Set<String> texts(YamlValue list) {
    return list.list().stream()
        .flatMap(item -> item.string().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  static Name name(YamlValue value) {
    YamlMapping keys = value.mapping();
    Name name = new Name(text(keys.required("zh")), text(keys.required("en")));
    keys.refuseOtherKeys();
    return name;
  }

  static <E extends Enum<E>> E choice(YamlValue value, Class<E> type) {
    return value.choice(type).orElse(null);
  }

  static <E extends Enum<E>> E choice(YamlValue value, Class<E> type, E otherwise) {
    return value.isPresent() ? choice(value, type) : otherwise;
  }

  static <E extends Enum<E>> Set<E> choices(YamlValue list, Class<E> type, Set<E> otherwise) {
    return list.isPresent()
        ? list.list().stream()
            .flatMap(item -> item.choice(type).stream())
            .collect(Collectors.toSet())
        : otherwise;
  }

  static Duration span(YamlValue value, Spans range) {
    return value.duration(range.least(), range.greatest()).orElse(null);
  }

  static Duration span(YamlValue value, Spans range, Duration otherwise) {
    return value.isPresent() ? span(value, range) : otherwise;
  }

  static int count(YamlValue value, Numbers range) {
    return (int) value.integer((long) range.least(), (long) range.greatest()).orElse(0);
  }

  static int count(YamlValue value, Numbers range, int otherwise) {
    return value.isPresent() ? count(value, range) : otherwise;
  }

  static double number(YamlValue value, Numbers range) {
    return value.decimal(range.least(), range.greatest()).orElse(Double.NaN);
  }

  static double number(YamlValue value, Numbers range, double otherwise) {
    return value.isPresent() ? number(value, range) : otherwise;
  }
}
