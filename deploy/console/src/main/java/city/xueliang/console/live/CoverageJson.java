package city.xueliang.console.live;

import city.xueliang.store.reading.MetricRow;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/** Rows of coverage in the form of the API. */
public final class CoverageJson {
  private CoverageJson() {}

  /** CoverageRow of each; a figure that a row lacks is 0. */
  public static ArrayNode rows(Collection<MetricRow> rows) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    rows.forEach(row -> all.add(row(row)));
    return all;
  }

  /** CoverageRow. */
  public static ObjectNode row(MetricRow row) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("place", row.place());
    json.put("at", row.start().toEpochMilli());
    json.put("expected", whole(row, "expected"));
    json.put("heard", whole(row, "heard"));
    json.put("percent", number(row, "percent").doubleValue());
    json.put("longestSilence", whole(row, "longest_silence_s"));
    json.put("neverReported", whole(row, "never_reported"));
    json.put("silent", whole(row, "silent"));
    json.put("frozen", whole(row, "frozen"));
    json.put("clockWrong", whole(row, "clock_wrong"));
    return json;
  }

  private static long whole(MetricRow row, String field) {
    return number(row, field).longValue();
  }

  private static Number number(MetricRow row, String field) {
    return row.values().getOrDefault(field, 0L);
  }
}
