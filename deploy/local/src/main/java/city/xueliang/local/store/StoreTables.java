package city.xueliang.local.store;

import city.xueliang.embedded.EmbeddedStore;
import city.xueliang.store.layout.Measurement;
import city.xueliang.store.layout.Measurement.Field;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The store's tables: one for each measurement, a row's tags and time being its identity, so that a
 * row that is sent again overwrites. The tables have to be there before the first row, for those
 * that the store makes by itself keep every repeat.
 */
public final class StoreTables {
  private StoreTables() {}

  /** Creates those that are missing. */
  public static void create(EmbeddedStore store) {
    Measurement.ALL.forEach(measurement -> store.execute(definition(measurement)));
  }

  /** How many rows each table holds, by its name. */
  public static Map<String, Long> rows(EmbeddedStore store) {
    return Measurement.ALL.stream()
        .collect(
            Collectors.toMap(
                Measurement::table,
                table -> number(store, "SELECT count() n FROM " + table.table())));
  }

  /** How many different places have a row of events or readings. */
  public static long places(EmbeddedStore store) {
    String places =
        Stream.of(Measurement.CAMERA_EVENTS, Measurement.SENSOR_READINGS)
            .map(measurement -> "SELECT DISTINCT place FROM " + measurement.table())
            .collect(Collectors.joining(" UNION "));
    return number(store, "SELECT count() n FROM (" + places + ")");
  }

  static String definition(Measurement measurement) {
    String tags =
        measurement.tags().stream().map(tag -> tag + " SYMBOL, ").collect(Collectors.joining());
    String fields =
        measurement.fields().stream().map(StoreTables::column).collect(Collectors.joining());
    return "CREATE TABLE IF NOT EXISTS %s (%s%stimestamp TIMESTAMP) TIMESTAMP(timestamp) PARTITION BY DAY WAL DEDUP UPSERT KEYS(timestamp, %s)"
        .formatted(measurement.table(), tags, fields, String.join(", ", measurement.tags()));
  }

  private static String column(Field field) {
    String type =
        switch (field.type()) {
          case INTEGER -> "LONG";
          case DECIMAL -> "DOUBLE";
          case BOOLEAN -> "BOOLEAN";
        };
    return field.name() + " " + type + ", ";
  }

  private static long number(EmbeddedStore store, String select) {
    List<Map<String, Object>> rows = store.query(select);
    return ((Number) rows.get(0).get("n")).longValue();
  }
}
