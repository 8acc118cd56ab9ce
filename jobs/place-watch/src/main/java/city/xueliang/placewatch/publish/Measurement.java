package city.xueliang.placewatch.publish;

import java.util.List;

/**
 * The layout of one of the store's measurements: the same tags and fields in every row. A row's
 * identity is its tags and its time, the start of the window. Never a device or an alert as a tag.
 *
 * @param table name of the measurement, or of its table
 */
public record Measurement(String table, List<String> tags, List<Field> fields) {
  public static final Measurement CAMERA_EVENTS =
      new Measurement(
          "camera_events",
          List.of("place", "level", "district", "kind", "window"),
          List.of(
              Field.integer("events"),
              Field.integer("devices"),
              Field.integer("count_sum"),
              Field.integer("count_max")));

  public static final Measurement SENSOR_READINGS =
      new Measurement(
          "sensor_readings",
          List.of("place", "level", "district", "quantity", "window"),
          List.of(
              Field.integer("readings"),
              Field.integer("devices"),
              Field.decimal("mean"),
              Field.decimal("min"),
              Field.decimal("max"),
              Field.decimal("p50"),
              Field.decimal("p95"),
              Field.decimal("p99")));

  public static final List<Measurement> ALL = List.of(CAMERA_EVENTS, SENSOR_READINGS);

  /** A field of every row. */
  public record Field(String name, boolean isInteger) {
    static Field integer(String name) {
      return new Field(name, true);
    }

    static Field decimal(String name) {
      return new Field(name, false);
    }
  }
}
