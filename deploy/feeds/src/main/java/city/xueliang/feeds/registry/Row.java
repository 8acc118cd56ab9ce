package city.xueliang.feeds.registry;

import city.xueliang.domain.place.Origin;
import city.xueliang.domain.text.Problem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * The texts of one line of a table or one feature. A value that is not there or cannot be read is
 * null, and what is wrong with it is noted.
 */
final class Row {
  private final Origin origin;
  private final Map<String, String> texts;
  private final List<Problem> problems;

  /**
   * @param texts by column; null or empty: there is no value. A column that is not among them is
   *     missing in the whole file, which is noted there.
   * @param problems where the row notes its own
   */
  Row(Origin origin, Map<String, String> texts, List<Problem> problems) {
    this.origin = origin;
    this.texts = texts;
    this.problems = problems;
  }

  Origin origin() {
    return origin;
  }

  boolean has(String column) {
    return optional(column) != null;
  }

  String optional(String column) {
    String text = texts.get(column);
    return text == null || text.isBlank() ? null : text.strip();
  }

  String required(String column) {
    String text = optional(column);
    if (text == null && texts.containsKey(column)) {
      note(column, "file.missing-value");
    }
    return text;
  }

  /** A finite decimal number. */
  Double number(String column) {
    String text = optional(column);
    if (text == null) {
      return null;
    }
    try {
      double number = new BigDecimal(text).doubleValue();
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, together with the numbers that no double holds.
    }
    note(column, "file.number", text);
    return null;
  }

  /** A whole number; one that cannot be read is 1. */
  int requiredInteger(String column) {
    String text = required(column);
    if (text == null) {
      return 1;
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      note(column, "file.integer", text);
      return 1;
    }
  }

  /** A point in time, or a date, which means its first moment in this time zone. */
  Instant time(String column, ZoneId zone) {
    String text = optional(column);
    if (text == null) {
      return null;
    }
    try {
      // A year of five digits needs a sign; it would be a slip, and beyond what a record holds.
      if (Character.isDigit(text.charAt(0))) {
        return text.indexOf('T') < 0
            ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
            : OffsetDateTime.parse(text).toInstant();
      }
    } catch (DateTimeException e) {
      // Told below, together with the years of five digits.
    }
    note(column, "file.time", text);
    return null;
  }

  void note(String column, String key, Object... arguments) {
    problems.add(origin.problem(column, key, arguments));
  }
}
