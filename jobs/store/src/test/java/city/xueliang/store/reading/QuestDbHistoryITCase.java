package city.xueliang.store.reading;

import static org.awaitility.Awaitility.await;

import city.xueliang.domain.place.Successions;
import city.xueliang.embedded.EmbeddedStore;
import city.xueliang.store.layout.QuestDbTables;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

class QuestDbHistoryITCase extends SeveralPlacesContract {
  private static final String HISTORY_SUFFIX = "_history";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Override
  Store start(Path folder) {
    return new QuestDbStore(EmbeddedStore.start(folder, 0));
  }

  @Override
  MetricHistory nowhere() {
    return MetricHistory.in(
        new QuestDbSource("http://127.0.0.1:1", HISTORY_SUFFIX), Successions.NONE);
  }

  private static final class QuestDbStore implements Store {
    private final EmbeddedStore store;
    private final ClientWrites client;

    private QuestDbStore(EmbeddedStore store) {
      this.store = store;
      this.client = new ClientWrites(store.url(), chain -> chain.proceed(chain.request()));
    }

    @Override
    public void empty() {
      QuestDbTables.statements(HISTORY_SUFFIX).forEach(store::execute);
      store
          .query("SELECT table_name FROM tables()")
          .forEach(table -> store.execute("TRUNCATE TABLE " + table.get("table_name")));
      awaitWritten();
    }

    @Override
    public void write(List<TestingRow> rows) {
      client.write("ignored", rows.stream().map(row -> row.point(HISTORY_SUFFIX)).toList());
      awaitWritten();
    }

    /** Rows can be read a moment after they were taken. */
    private void awaitWritten() {
      String behind = "SELECT name FROM wal_tables() WHERE writerTxn <> sequencerTxn";
      await().atMost(PATIENCE).until(() -> store.query(behind).isEmpty());
    }

    @Override
    public MetricHistory history(Successions successions) {
      return MetricHistory.in(new QuestDbSource(store.url(), HISTORY_SUFFIX), successions);
    }

    @Override
    public void close() {
      client.close();
      store.close();
    }
  }
}
