package city.xueliang.store.reading;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One metric of one place in one window.
 *
 * @param place the code under which it is stored
 * @param start of the window
 * @param complete false while the window is still open; a complete one may still be corrected
 * @param values by field name, in the layout's order: a Long for each integer, a Double for each
 *     decimal number; a field that the row does not have is missing
 */
public record MetricRow(String place, Instant start, boolean complete, Map<String, Number> values) {
  public MetricRow {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
