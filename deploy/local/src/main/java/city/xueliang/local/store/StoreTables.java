package city.xueliang.local.store;

import city.xueliang.embedded.EmbeddedStore;
import city.xueliang.store.layout.Measurement;
import city.xueliang.store.layout.QuestDbTables;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of the embedded store. */
public final class StoreTables {
  /** Ends the names of the tables of hours and days. */
  public static final String HISTORY_SUFFIX = "_history";

  private StoreTables() {}

  /** Creates those that are missing. */
  public static void create(EmbeddedStore store) {
    QuestDbTables.statements(HISTORY_SUFFIX).forEach(store::execute);
  }

  /** How many different places have a row of events or readings. */
  public static long places(EmbeddedStore store) {
    String places =
        Stream.of(Measurement.CAMERA_EVENTS, Measurement.SENSOR_READINGS)
            .map(measurement -> "SELECT DISTINCT place FROM " + measurement.table())
            .collect(Collectors.joining(" UNION "));
    return number(store, "SELECT count() n FROM (" + places + ")");
  }

  private static long number(EmbeddedStore store, String select) {
    List<Map<String, Object>> rows = store.query(select);
    return ((Number) rows.get(0).get("n")).longValue();
  }
}
