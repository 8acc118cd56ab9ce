package city.xueliang.store.reading;

import city.xueliang.domain.place.Level;
import city.xueliang.domain.tally.Window;
import city.xueliang.store.layout.Measurement;
import city.xueliang.store.layout.Measurement.Field;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Parts of a query that are the same in InfluxQL and in QuestDB's SQL: names stand in double
 * quotes, texts and times in single ones.
 */
final class Conditions {
  /** All that stands between quotes; none of it can end them. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]+");

  private Conditions() {}

  /** Picks a metric's rows of one window. */
  static String of(Metric metric, Window window) {
    return Stream.concat(
            Stream.of(of(window)),
            metric.tags().entrySet().stream()
                .map(tag -> name(tag.getKey()) + " = " + text(tag.getValue()))
                .sorted())
        .collect(Collectors.joining(" AND "));
  }

  static String of(Window window) {
    return name("window") + " = " + text(window.name());
  }

  static String of(Level level) {
    return name("level") + " = " + text(level.name());
  }

  static String within(Span span, String time) {
    return "%s >= '%s' AND %s < '%s'".formatted(time, span.first(), time, span.end());
  }

  /** The place, whether the row is complete, and its fields, by name. */
  static String columns(Metric metric) {
    return Stream.concat(
            Stream.of("place"), metric.measurement().fields().stream().map(Field::name))
        .map(Conditions::name)
        .collect(Collectors.joining(", "));
  }

  /** All tags and fields, by name. */
  static String columns(Measurement measurement) {
    return Stream.concat(
            measurement.tags().stream(), measurement.fields().stream().map(Field::name))
        .map(Conditions::name)
        .collect(Collectors.joining(", "));
  }

  /** The tags that tell rows of one window apart. */
  static String keys(Metric metric) {
    return metric.keys().stream().map(Conditions::name).collect(Collectors.joining(", "));
  }

  static String name(String name) {
    return '"' + plain(name) + '"';
  }

  static String text(String text) {
    return "'" + plain(text) + "'";
  }

  /** Parts of a long list, each short enough for one request. */
  static <T> Stream<List<T>> parts(List<T> all, int most) {
    return Stream.iterate(0, from -> from < all.size(), from -> from + most)
        .map(from -> all.subList(from, Math.min(all.size(), from + most)));
  }

  private static String plain(String text) {
    if (!PLAIN.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "'%s' cannot stand in a query; allowed: letters, digits, _ and -".formatted(text));
    }
    return text;
  }
}
