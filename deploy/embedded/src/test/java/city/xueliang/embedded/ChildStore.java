package city.xueliang.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** Writes batches of rows 0, 1, 2, ... to a store of its own. */
final class ChildStore {
  static final int BATCH = 100;

  private ChildStore() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    ChildJvm.endWithParent();
    EmbeddedStore store = EmbeddedStore.start(Path.of(args[0]), 0);
    store.execute(
        """
        CREATE TABLE readings (place SYMBOL, number LONG, timestamp TIMESTAMP)
          TIMESTAMP(timestamp) PARTITION BY DAY WAL DEDUP UPSERT KEYS(timestamp, place)
        """);
    for (int first = 0; true; first += BATCH) {
      StringBuilder lines = new StringBuilder();
      for (int number = first; number < first + BATCH; number++) {
        lines.append("readings,place=").append(number % 7).append(" number=").append(number);
        lines.append("i ").append(1_795_233_600_000L + number).append('\n');
      }
      LineProtocol.write(store, lines.toString());
      System.out.println(first + BATCH - 1);
    }
  }
}
