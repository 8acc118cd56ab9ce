package city.xueliang.store.reading;

import city.xueliang.domain.intake.IntakeCounts;
import city.xueliang.domain.intake.IntakeRow;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.response.WorstSource;
import city.xueliang.domain.tally.Window;
import city.xueliang.store.layout.FieldType;
import city.xueliang.store.layout.Measurement.Field;
import city.xueliang.store.reading.Statistic.Aggregate;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One row of an answer: its cells by column name. What type a number is, the layout says; JSON
 * writes 3 for 3.0, too.
 */
record Cells(Map<String, JsonNode> byName) {
  /** Names of a total's columns in every query. */
  static final String TOTAL = "total";

  static final String WEIGHT = "weight";
  static final String WINDOWS = "windows";

  private static final String COMPLETE = "complete";

  MetricRow row(Metric metric, Instant start) {
    Map<String, Number> values = new LinkedHashMap<>();
    for (Field field : metric.measurement().fields()) {
      JsonNode cell = byName.get(field.name());
      if (isNumber(field.type()) && isGiven(cell)) {
        values.put(field.name(), number(cell, field.type()));
      }
    }
    // Rows of an earlier release do not say so; all of them were of windows that were over.
    JsonNode complete = byName.get(COMPLETE);
    return new MetricRow(place(), start, !isGiven(complete) || complete.asBoolean(), values);
  }

  PlaceTotal total(Metric metric, Statistic statistic) {
    long windows = byName.get(WINDOWS).asLong();
    double weight = byName.containsKey(WEIGHT) ? byName.get(WEIGHT).asDouble() : windows;
    FieldType type =
        statistic.aggregate() == Aggregate.MEAN
            ? FieldType.DECIMAL
            : metric.measurement().fields().stream()
                .filter(field -> field.name().equals(statistic.field()))
                .findFirst()
                .orElseThrow()
                .type();
    return new PlaceTotal(place(), number(byName.get(TOTAL), type), weight, windows);
  }

  WorstSource worstSource(Instant start) {
    return new WorstSource(
        place(),
        Level.valueOf(text("level")),
        text("district"),
        Window.valueOf(text("window")),
        start.toEpochMilli(),
        byName.get(COMPLETE).asBoolean(),
        Integer.parseInt(text("rank")),
        text("source_rule"),
        text("source_place"),
        whole("alarms"),
        byName.get("percent").asDouble());
  }

  IntakeRow intake(Instant minute) {
    IntakeCounts counts =
        new IntakeCounts(
            whole("read"), whole("rejected"), whole("late"), whole("duplicate"), whole("lag_ms"));
    return new IntakeRow(text("topic"), text("reason"), minute.toEpochMilli(), counts);
  }

  private static boolean isNumber(FieldType type) {
    return type == FieldType.INTEGER || type == FieldType.DECIMAL;
  }

  private String place() {
    return text("place");
  }

  private String text(String name) {
    return byName.get(name).asText();
  }

  private long whole(String name) {
    return byName.get(name).asLong();
  }

  private static Number number(JsonNode cell, FieldType type) {
    if (type == FieldType.INTEGER) {
      return cell.asLong();
    }
    return cell.asDouble();
  }

  private static boolean isGiven(JsonNode cell) {
    return cell != null && !cell.isNull();
  }
}
