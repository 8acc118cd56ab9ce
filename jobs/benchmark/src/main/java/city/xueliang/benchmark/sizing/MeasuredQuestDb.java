package city.xueliang.benchmark.sizing;

import city.xueliang.benchmark.cluster.RunFolder;
import city.xueliang.domain.tally.Window;
import city.xueliang.embedded.EmbeddedStore;
import city.xueliang.flink.influx.HttpClientCustomizer;
import city.xueliang.store.layout.Measurement;
import city.xueliang.store.layout.QuestDbTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The embedded store of the local city, with its tables, in this process. */
final class MeasuredQuestDb implements MeasuredStore {
  private static final String HISTORY_SUFFIX = "_history";
  private static final List<Measurement> WRITTEN =
      List.of(Measurement.CAMERA_EVENTS, Measurement.SENSOR_READINGS);
  private static final long POLL_MILLIS = 200;

  private final RunFolder folder;
  private final EmbeddedStore store;

  MeasuredQuestDb(Path parent) throws IOException {
    folder = RunFolder.in(parent);
    store = EmbeddedStore.start(folder.path(), 0);
    QuestDbTables.statements(HISTORY_SUFFIX).forEach(store::execute);
  }

  @Override
  public String url() {
    return store.url();
  }

  @Override
  public String historySuffix() {
    return HISTORY_SUFFIX;
  }

  @Override
  public HttpClientCustomizer httpClient() {
    return client -> {};
  }

  /** Until the tables have taken over all of their logs. */
  @Override
  public boolean settle() throws InterruptedException {
    while (number("SELECT count() n FROM wal_tables() WHERE writerTxn < sequencerTxn") > 0) {
      if (number("SELECT count() n FROM wal_tables() WHERE suspended") > 0) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    return true;
  }

  @Override
  public long series() {
    return tables()
        .mapToLong(
            table ->
                number(
                    "SELECT count() n FROM (SELECT DISTINCT %s FROM %s)"
                        .formatted(tags(table), table)))
        .sum();
  }

  @Override
  public Map<Window, Long> rows() {
    Map<Window, Long> rows = new EnumMap<>(Window.class);
    tables()
        .flatMap(table -> windows(table).stream())
        .forEach(
            row ->
                rows.merge(
                    Window.valueOf((String) row.get("w")),
                    ((Number) row.get("n")).longValue(),
                    Long::sum));
    return rows;
  }

  /** Of the closed tables, for open ones hold room that is not used yet. */
  @Override
  public Map<String, Long> bytes() throws IOException {
    List<String> tables = tables().toList();
    store.close();
    Map<String, Long> bytes = new TreeMap<>();
    try (Stream<Path> entries = Files.list(folder.path().resolve("db"))) {
      for (Path entry : entries.toList()) {
        String name = entry.getFileName().toString().replaceAll("~.*", "");
        if (tables.contains(name)) {
          bytes.put(name, RunFolder.bytes(entry, file -> !isLog(entry.relativize(file))));
        }
      }
    }
    return bytes;
  }

  /** A table's symbols are among its bytes. */
  @Override
  public long indexBytes() {
    return 0;
  }

  @Override
  public void close() throws IOException {
    store.close();
    folder.delete();
  }

  /** What the tables have taken over is deleted later. */
  private static boolean isLog(Path file) {
    return file.getName(0).toString().matches("wal\\d+|txn_seq");
  }

  private static Stream<String> tables() {
    return WRITTEN.stream()
        .flatMap(
            measurement ->
                Stream.of(Window.MINUTE, Window.HOUR)
                    .map(window -> measurement.table(window, HISTORY_SUFFIX)));
  }

  private static String tags(String table) {
    return WRITTEN.stream()
        .filter(measurement -> table.startsWith(measurement.table()))
        .flatMap(measurement -> measurement.tags().stream())
        .map(tag -> '"' + tag + '"')
        .collect(Collectors.joining(", "));
  }

  private List<Map<String, Object>> windows(String table) {
    return store.query("SELECT \"window\" w, count() n FROM %s GROUP BY w".formatted(table));
  }

  private long number(String select) {
    return ((Number) store.query(select).get(0).get("n")).longValue();
  }
}
