package city.xueliang.store.layout;

import city.xueliang.store.layout.Measurement.Field;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tables of the measurements in QuestDB. A row's tags and time are its identity, so that a row that
 * is sent again overwrites. The tables have to be there before the first row, for those that the
 * store makes by itself keep every repeat.
 *
 * <p>Minutes are kept for 30 days, hours and days for ten years, hence in tables of their own. The
 * store counts back from a table's newest row, or from the clock if that row is ahead of it: a
 * recording of years ago stays readable in a store that holds nothing newer, as far as it lies
 * within that time before its own end. A row that is older is dropped as soon as it is written,
 * without an error.
 */
public final class QuestDbTables {
  private QuestDbTables() {}

  /**
   * Statements that make the tables that are missing, and set how long all of them keep their rows.
   *
   * @param historySuffix ends the names of the tables of hours and days
   * @throws IllegalArgumentException if it is empty: rows kept for different times need tables of
   *     their own
   */
  public static List<String> statements(String historySuffix) {
    if (historySuffix.isEmpty()) {
      throw new IllegalArgumentException(
          "The history suffix is empty; allowed: letters, digits and _, at least one");
    }
    return Measurement.ALL.stream()
        .flatMap(measurement -> statements(measurement, historySuffix))
        .toList();
  }

  private static Stream<String> statements(Measurement measurement, String historySuffix) {
    Stream<String> minutes = table(measurement, measurement.table(), "DAY", "30 DAYS");
    if (!measurement.hasWindows()) {
      return minutes;
    }
    String history = measurement.table() + historySuffix;
    return Stream.concat(minutes, table(measurement, history, "MONTH", "10 YEARS"));
  }

  private static Stream<String> table(
      Measurement measurement, String name, String partition, String kept) {
    String tags =
        measurement.tags().stream().map(tag -> tag + " SYMBOL, ").collect(Collectors.joining());
    String fields =
        measurement.fields().stream()
            .map(field -> column(field) + ", ")
            .collect(Collectors.joining());
    String create =
        """
        CREATE TABLE IF NOT EXISTS %s (%s%stimestamp TIMESTAMP) TIMESTAMP(timestamp)
        PARTITION BY %s TTL %s WAL DEDUP UPSERT KEYS(timestamp, %s)"""
            .formatted(name, tags, fields, partition, kept, String.join(", ", measurement.tags()));
    String keep = "ALTER TABLE %s SET TTL %s".formatted(name, kept);
    return Stream.of(create, keep);
  }

  private static String column(Field field) {
    String type =
        switch (field.type()) {
          case INTEGER -> "LONG";
          case DECIMAL -> "DOUBLE";
          case BOOLEAN -> "BOOLEAN";
          case STRING -> "VARCHAR";
        };
    return field.name() + " " + type;
  }
}
