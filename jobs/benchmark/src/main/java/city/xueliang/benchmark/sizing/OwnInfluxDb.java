package city.xueliang.benchmark.sizing;

import city.xueliang.benchmark.cluster.RunFolder;
import city.xueliang.domain.tally.Window;
import city.xueliang.flink.influx.HttpClientCustomizer;
import city.xueliang.testing.InfluxServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An {@code influxd} 1.x of our own that compacts as soon as nothing is written any more. */
final class OwnInfluxDb implements MeasuredStore {
  private static final Map<String, String> COMPACT_SOON =
      Map.of(
          "INFLUXDB_DATA_CACHE_SNAPSHOT_WRITE_COLD_DURATION", "5s",
          "INFLUXDB_DATA_COMPACT_FULL_WRITE_COLD_DURATION", "15s",
          "INFLUXDB_DATA_QUERY_LOG_ENABLED", "false");

  private final RunFolder folder;
  private final InfluxServer server;
  private final MeasuredInfluxDb store;

  OwnInfluxDb(Path parent, Duration calm) throws IOException {
    folder = RunFolder.in(parent);
    server = InfluxServer.start(folder.path(), COMPACT_SOON);
    store = new MeasuredInfluxDb(server.url(), calm);
  }

  @Override
  public String url() {
    return store.url();
  }

  @Override
  public String historySuffix() {
    return store.historySuffix();
  }

  @Override
  public HttpClientCustomizer httpClient() {
    return store.httpClient();
  }

  @Override
  public boolean settle() throws InterruptedException {
    return store.settle();
  }

  @Override
  public long series() {
    return store.series();
  }

  @Override
  public Map<Window, Long> rows() {
    return store.rows();
  }

  @Override
  public Map<String, Long> bytes() throws IOException {
    Map<String, Long> bytes = new TreeMap<>();
    for (String database : List.of(MINUTES, HISTORY)) {
      bytes.put(database, bytes(database, false));
    }
    return bytes;
  }

  /** A few megabytes that are set aside for each of its eight parts are among them. */
  @Override
  public long indexBytes() throws IOException {
    return bytes(MINUTES, true) + bytes(HISTORY, true);
  }

  @Override
  public void close() throws IOException {
    server.close();
    folder.delete();
  }

  private long bytes(String database, boolean isIndex) throws IOException {
    Path data = folder.path().resolve("data").resolve(database);
    return RunFolder.bytes(data, file -> data.relativize(file).startsWith("_series") == isIndex);
  }
}
