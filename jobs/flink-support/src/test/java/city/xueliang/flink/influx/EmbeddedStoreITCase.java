package city.xueliang.flink.influx;

import city.xueliang.embedded.EmbeddedStore;
import city.xueliang.flink.influx.NumberedRows.Row;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

class EmbeddedStoreITCase extends InfluxDbSinkContract {
  private static final String TABLE =
      """
      CREATE TABLE readings (place SYMBOL, whole LONG, decimal DOUBLE, timestamp TIMESTAMP)
      TIMESTAMP(timestamp) PARTITION BY DAY WAL DEDUP UPSERT KEYS(timestamp, place)""";

  @Override
  Store start(Path folder) {
    EmbeddedStore store = EmbeddedStore.start(folder, 0);
    store.execute(TABLE);
    return new QuestDb(folder, store);
  }

  private static final class QuestDb implements Store {
    private final Path folder;
    private final String url;
    private EmbeddedStore store;

    private QuestDb(Path folder, EmbeddedStore store) {
      this.folder = folder;
      this.store = store;
      this.url = store.url();
    }

    @Override
    public String url() {
      return url;
    }

    @Override
    public HttpClientCustomizer httpClient() {
      return client -> {};
    }

    @Override
    public void away() {
      store.close();
    }

    @Override
    public void back() {
      store = EmbeddedStore.start(folder, URI.create(url).getPort());
    }

    @Override
    public List<Row> rows() {
      return store.query("SELECT whole, decimal FROM readings ORDER BY timestamp").stream()
          .map(row -> new Row((Long) row.get("whole"), (Double) row.get("decimal")))
          .toList();
    }

    @Override
    public void close() {
      store.close();
    }
  }
}
