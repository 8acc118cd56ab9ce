package city.xueliang.store.reading;

import city.xueliang.domain.place.Level;
import city.xueliang.domain.tally.Window;
import city.xueliang.store.layout.Measurement;
import city.xueliang.store.layout.Measurement.Field;
import city.xueliang.testing.Town;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.client.write.Point;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A row as the job writes it: all tags and fields of the layout; what is not set is zero. */
final class TestingRow {
  private final Measurement measurement;
  private final Map<String, String> tags;
  private final Instant start;
  private final Map<String, Number> values = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private String place = Town.GRID;
  private Level level = Level.GRID;
  private Window window = Window.MINUTE;
  private boolean complete = true;

  private TestingRow(Measurement measurement, Map<String, String> tags, Instant start) {
    this.measurement = measurement;
    this.tags = tags;
    this.start = start;
  }

  /** A complete minute of a grid. */
  static TestingRow of(Metric metric, Instant start) {
    return new TestingRow(metric.measurement(), metric.tags(), start);
  }

  /** A complete day of a seat's sources. */
  static TestingRow ofWorstSource(int rank, Instant start) {
    Map<String, String> tags = Map.of("rank", Integer.toString(rank));
    return new TestingRow(Measurement.WORST_SOURCES, tags, start).over(Window.DAY);
  }

  static TestingRow ofIntake(String topic, String reason, Instant minute) {
    Map<String, String> tags = Map.of("topic", topic, "reason", reason);
    return new TestingRow(Measurement.INTAKE, tags, minute);
  }

  TestingRow at(String place) {
    this.place = place;
    return this;
  }

  TestingRow at(String place, Level level) {
    this.place = place;
    this.level = level;
    return this;
  }

  TestingRow over(Window window) {
    this.window = window;
    return this;
  }

  TestingRow open() {
    complete = false;
    return this;
  }

  TestingRow with(String field, Number value) {
    values.put(field, value);
    return this;
  }

  TestingRow with(String field, String text) {
    texts.put(field, text);
    return this;
  }

  Window window() {
    return window;
  }

  Point point(String historySuffix) {
    Point point =
        Point.measurement(measurement.table(window, historySuffix)).time(start, WritePrecision.MS);
    if (measurement.hasWindows()) {
      point
          .addTag("place", place)
          .addTag("level", level.name())
          .addTag("district", level == Level.ZONE ? "630100" : place.substring(0, 6))
          .addTag("window", window.name());
    }
    tags.forEach(point::addTag);
    measurement.fields().forEach(field -> add(field, point));
    return point;
  }

  private void add(Field field, Point point) {
    Number value = values.getOrDefault(field.name(), 0);
    switch (field.type()) {
      case INTEGER -> point.addField(field.name(), value.longValue());
      case DECIMAL -> point.addField(field.name(), value.doubleValue());
      case BOOLEAN -> point.addField(field.name(), complete);
      case STRING -> point.addField(field.name(), texts.getOrDefault(field.name(), ""));
    }
  }
}
