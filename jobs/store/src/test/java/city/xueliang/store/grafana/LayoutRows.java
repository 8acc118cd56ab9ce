package city.xueliang.store.grafana;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.tally.Window;
import city.xueliang.store.layout.Measurement;
import city.xueliang.store.layout.Measurement.Field;
import city.xueliang.testing.Moments;
import city.xueliang.testing.Town;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of every measurement, in line protocol: of places of each level, and each tag's values. */
final class LayoutRows {
  /** In it the newest rows are shown. */
  static final Instant NOW = Moments.minutes(10);

  private static final String CITY = "630100";

  /** Code, level and district. */
  private record Place(String code, Level level, String district) {}

  private static final List<Place> PLACES =
      List.of(
          new Place(CITY, Level.CITY, CITY),
          new Place(Town.DISTRICT, Level.DISTRICT, Town.DISTRICT),
          new Place(Town.OTHER_DISTRICT, Level.DISTRICT, Town.OTHER_DISTRICT),
          new Place("630105001", Level.STREET, Town.DISTRICT),
          new Place("630105001001", Level.COMMUNITY, Town.DISTRICT),
          new Place(Town.GRID, Level.GRID, Town.DISTRICT),
          new Place(Town.FAR_GRID, Level.GRID, Town.OTHER_DISTRICT),
          new Place("festival-street", Level.ZONE, CITY));

  private LayoutRows() {}

  /** All rows of a window; those without windows are among the minutes. */
  static List<String> of(Window window) {
    return Measurement.ALL.stream()
        .filter(measurement -> measurement.hasWindows() || window == Window.MINUTE)
        .flatMap(measurement -> of(measurement, window))
        .toList();
  }

  private static Stream<String> of(Measurement measurement, Window window) {
    List<Map<String, String>> rows = new ArrayList<>();
    if (measurement.tags().contains("place")) {
      PLACES.forEach(place -> rows.add(tags(place, window)));
    } else {
      rows.add(Map.of());
    }
    return measurement.tags().stream()
        .filter(tag -> !rows.get(0).containsKey(tag))
        .reduce(rows.stream(), LayoutRows::each, Stream::concat)
        .map(tags -> line(measurement, tags, startOf(window)));
  }

  private static Map<String, String> tags(Place place, Window window) {
    return Map.of(
        "place", place.code(),
        "level", place.level().name(),
        "district", place.district(),
        "window", window.name());
  }

  private static Stream<Map<String, String>> each(Stream<Map<String, String>> rows, String tag) {
    return rows.flatMap(
        row ->
            valuesOf(tag)
                .map(
                    value -> {
                      Map<String, String> more = new LinkedHashMap<>(row);
                      more.put(tag, value);
                      return more;
                    }));
  }

  private static Stream<String> valuesOf(String tag) {
    return switch (tag) {
      case "kind" -> measuresOf(ModelClass.CAMERA);
      case "quantity" -> measuresOf(ModelClass.SENSOR);
      case "rule" -> Stream.of("gas-first-stage", "fire-confirmed");
      case "colour" -> Stream.of("RED", "ORANGE");
      case "rank" -> Stream.of("1", "2");
      case "topic" -> Stream.of("camera-events", "sensor-readings");
      case "reason" -> Stream.of("NONE", "UNKNOWN_DEVICE");
      default -> throw new IllegalStateException("The layout has a new tag: " + tag);
    };
  }

  private static Stream<String> measuresOf(ModelClass sender) {
    return Stream.of(Measure.values())
        .filter(measure -> measure.sender() == sender)
        .map(Measure::name);
  }

  private static String line(Measurement measurement, Map<String, String> tags, Instant start) {
    String tagged =
        tags.entrySet().stream()
            .map(tag -> ',' + tag.getKey() + '=' + tag.getValue())
            .collect(Collectors.joining());
    String fields =
        measurement.fields().stream().map(LayoutRows::field).collect(Collectors.joining(","));
    return measurement.table() + tagged + ' ' + fields + ' ' + start.toEpochMilli();
  }

  private static String field(Field field) {
    String value =
        switch (field.type()) {
          case INTEGER -> "7i";
          case DECIMAL -> "7.5";
          case BOOLEAN -> "true";
          case STRING -> "\"text\"";
        };
    return field.name() + '=' + value;
  }

  /** Of the last one that has ended; days are cut in Xining. */
  private static Instant startOf(Window window) {
    return switch (window) {
      case MINUTE -> Moments.minutes(9);
      case HOUR -> Moments.minutes(-60);
      case DAY -> Moments.NOON.minus(Duration.ofHours(36));
    };
  }
}
