package city.xueliang.domain.rule;

import city.xueliang.domain.config.DurationText;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.rule.RuleRanges.Numbers;
import city.xueliang.domain.rule.RuleRanges.Spans;
import city.xueliang.domain.text.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is wrong with one rule, silence or policy, and the checks that they share. A value that is
 * null, or a number that is NaN, is missing, or was written by a newer release that knows more.
 */
final class Findings {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,63}");
  private static final Pattern SEAT = Pattern.compile("[0-9]{6,15}-[a-z]{2,20}-[0-9]{2,4}");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final int LONGEST_NAME = 60;

  private final String source;
  private final List<Problem> problems = new ArrayList<>();

  Findings(String source) {
    this.source = source;
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /**
   * Notes a problem.
   *
   * @param path the keys that lead to it in a rule file, such as {@code signs[0].atLeast}
   */
  void add(String path, String key, Object... arguments) {
    problems.add(Problem.of(source, 0, path, key, arguments));
  }

  /** Whether none is missing; each that is becomes a problem of its path. */
  boolean isThere(String path, Object value) {
    if (value == null) {
      add(path, "entry-missing");
    }
    return value != null;
  }

  void within(String path, double value, Numbers range) {
    if (!range.allows(value)) {
      add(
          path,
          "entry-range",
          RuleRanges.plain(value),
          RuleRanges.plain(range.least()),
          RuleRanges.plain(range.greatest()));
    }
  }

  void within(String path, Duration span, Spans range) {
    if (isThere(path, span) && !range.allows(span)) {
      add(
          path,
          "entry-range",
          span.isNegative() ? span.toString() : DurationText.format(span),
          DurationText.format(range.least()),
          DurationText.format(range.greatest()));
    }
  }

  void id(String path, String id) {
    if (isThere(path, id) && !ID.matcher(id).matches()) {
      add(path, "entry-id", id);
    }
  }

  void seat(String path, String seat) {
    if (isThere(path, seat) && !SEAT.matcher(seat).matches()) {
      add(path, "entry-seat", seat);
    }
  }

  void name(Name name) {
    if (isThere("name", name)) {
      text("name.zh", name.zh());
      text("name.en", name.en());
    }
  }

  private void text(String path, String text) {
    if (isThere(path, text)
        && (text.isBlank() || text.length() > LONGEST_NAME || CONTROL.matcher(text).find())) {
      add(path, "entry-name", LONGEST_NAME);
    }
  }

  void places(Collection<String> places) {
    if (!RuleRanges.PLACES.allows(places.size())) {
      add("places", "entry-places", RuleRanges.plain(RuleRanges.PLACES.greatest()));
    }
    places.stream()
        .sorted()
        .filter(code -> Arrays.stream(Level.values()).noneMatch(l -> PlaceCodes.isValid(code, l)))
        .forEach(code -> add("places[" + code + "]", "entry-place", code));
  }

  /** Whether none of them is null or NaN, without a problem if one is. */
  static boolean allThere(Object... values) {
    return Stream.of(values)
        .allMatch(value -> Objects.nonNull(value) && !(value instanceof Double d && d.isNaN()));
  }
}
