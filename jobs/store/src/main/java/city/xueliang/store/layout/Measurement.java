package city.xueliang.store.layout;

import city.xueliang.domain.tally.Window;
import java.util.List;

/**
 * The layout of one of the store's measurements: the same tags and fields in every row. A row's
 * identity is its tags and its time, the start of the window. Never a device or an alert as a tag.
 *
 * <p>The field {@code complete} is false while the row's window is still open; a complete row may
 * still be corrected.
 *
 * @param table name of the measurement of minutes, or of its table
 */
public record Measurement(String table, List<String> tags, List<Field> fields) {
  /** Events of one kind at a place. */
  public static final Measurement CAMERA_EVENTS =
      new Measurement(
          "camera_events",
          List.of("place", "level", "district", "kind", "window"),
          List.of(
              Field.integer("events"),
              Field.integer("devices"),
              Field.integer("count_sum"),
              Field.integer("count_max"),
              Field.bool("complete")));

  /** Readings of one quantity at a place, in the unit of the quantity's name. */
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
              Field.decimal("p99"),
              Field.bool("complete")));

  /**
   * How much of a place was seen: devices expected and heard, 0 to 100 percent, the longest silence
   * of one of its devices in seconds, and how many devices are blind for which reason.
   */
  public static final Measurement COVERAGE =
      new Measurement(
          "coverage",
          List.of("place", "level", "district", "window"),
          List.of(
              Field.integer("expected"),
              Field.integer("heard"),
              Field.decimal("percent"),
              Field.integer("longest_silence_s"),
              Field.integer("never_reported"),
              Field.integer("silent"),
              Field.integer("frozen"),
              Field.integer("clock_wrong"),
              Field.bool("complete")));

  /**
   * Life and response times, in seconds, of the alerts of one rule and colour at a place. The
   * seconds of what did not happen in a window are missing.
   */
  public static final Measurement ALERTS =
      new Measurement(
          "alerts",
          List.of("place", "level", "district", "rule", "colour", "window"),
          List.of(
              Field.integer("opened"),
              Field.integer("closed"),
              Field.integer("cleared"),
              Field.integer("false_alarms"),
              Field.integer("open"),
              Field.integer("escalated"),
              Field.decimal("ack_p50_s"),
              Field.decimal("ack_p90_s"),
              Field.decimal("on_site_p90_s"),
              Field.decimal("close_p90_s"),
              Field.bool("complete")));

  /**
   * How many alerts the seat of a place is told, against what one can work (EEMUA 191, ISA-18.2):
   * alarms in ten minutes on average and at most, minutes in a flood of ten or more, alarms of each
   * colour and of conditions that came back, the share of the ten worst sources, and the alerts
   * that are open, and open for more than a day without anybody on site. Hours and days only.
   */
  public static final Measurement ALARM_HEALTH =
      new Measurement(
          "alarm_health",
          List.of("place", "level", "district", "window"),
          List.of(
              Field.integer("alarms"),
              Field.decimal("rate_10min"),
              Field.integer("peak_10min"),
              Field.integer("flood_minutes"),
              Field.decimal("flood_percent"),
              Field.integer("stale"),
              Field.integer("red"),
              Field.integer("orange"),
              Field.integer("yellow"),
              Field.integer("blue"),
              Field.integer("re_alarms"),
              Field.decimal("worst_ten_percent"),
              Field.integer("open"),
              Field.bool("complete")));

  /**
   * The rule and the place from which a seat has most alarms, by rank from 1 to 10, and their share
   * of its alarms. Days only.
   */
  public static final Measurement WORST_SOURCES =
      new Measurement(
          "worst_sources",
          List.of("place", "level", "district", "rank", "window"),
          List.of(
              Field.string("source_rule"),
              Field.string("source_place"),
              Field.integer("alarms"),
              Field.decimal("percent"),
              Field.bool("complete")));

  /** Records taken from a topic in a minute, and how far behind the job was, in milliseconds. */
  public static final Measurement INTAKE =
      new Measurement(
          "intake",
          List.of("topic", "reason"),
          List.of(
              Field.integer("read"),
              Field.integer("rejected"),
              Field.integer("late"),
              Field.integer("duplicate"),
              Field.integer("lag_ms")));

  public static final List<Measurement> ALL =
      List.of(
          CAMERA_EVENTS, SENSOR_READINGS, COVERAGE, ALERTS, ALARM_HEALTH, WORST_SOURCES, INTAKE);

  /**
   * Name of the measurement, or of the table, in which the rows of a window are.
   *
   * @param historySuffix added for hours and days; empty for a store with a bucket of its own for
   *     them
   */
  public String table(Window window, String historySuffix) {
    return window == Window.MINUTE ? table : table + historySuffix;
  }

  /** Whether there are rows for windows of several lengths; else there is one for each minute. */
  public boolean hasWindows() {
    return tags.contains("window");
  }

  /** A field of every row. */
  public record Field(String name, FieldType type) {
    static Field integer(String name) {
      return new Field(name, FieldType.INTEGER);
    }

    static Field decimal(String name) {
      return new Field(name, FieldType.DECIMAL);
    }

    static Field string(String name) {
      return new Field(name, FieldType.STRING);
    }

    static Field bool(String name) {
      return new Field(name, FieldType.BOOLEAN);
    }
  }
}
