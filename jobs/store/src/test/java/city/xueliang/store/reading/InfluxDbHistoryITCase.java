package city.xueliang.store.reading;

import city.xueliang.domain.place.Successions;
import city.xueliang.domain.tally.Window;
import city.xueliang.testing.InfluxServer;
import city.xueliang.testing.OlderWriteApi;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** On a server that cuts answers that are not asked for in chunks. */
class InfluxDbHistoryITCase extends SeveralPlacesContract {
  private static final String MINUTES = "xueliang";
  private static final String HISTORY = "xueliang_history/autogen";

  @Override
  Store start(Path folder) {
    return new InfluxStore(InfluxServer.start(folder, Map.of("INFLUXDB_HTTP_MAX_ROW_LIMIT", "2")));
  }

  @Override
  MetricHistory nowhere() {
    return MetricHistory.in(source("http://127.0.0.1:1"), Successions.NONE);
  }

  private static InfluxDbSource source(String url) {
    return new InfluxDbSource(url, MINUTES, HISTORY, () -> "");
  }

  private static final class InfluxStore implements Store {
    private final InfluxServer server;
    private final ClientWrites client;

    private InfluxStore(InfluxServer server) {
      this.server = server;
      this.client = new ClientWrites(server.url(), new OlderWriteApi());
    }

    @Override
    public void empty() {
      for (String database : List.of("xueliang", "xueliang_history")) {
        server.query("", "DROP DATABASE " + database);
        server.createDatabase(database);
      }
    }

    @Override
    public void write(List<TestingRow> rows) {
      write(MINUTES, rows.stream().filter(row -> row.window() == Window.MINUTE).toList());
      write(HISTORY, rows.stream().filter(row -> row.window() != Window.MINUTE).toList());
    }

    private void write(String bucket, List<TestingRow> rows) {
      client.write(bucket, rows.stream().map(row -> row.point("")).toList());
    }

    @Override
    public MetricHistory history(Successions successions) {
      return MetricHistory.in(source(server.url()), successions);
    }

    @Override
    public void close() {
      client.close();
      server.close();
    }
  }
}
