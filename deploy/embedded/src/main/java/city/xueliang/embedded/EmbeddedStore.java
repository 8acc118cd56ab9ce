package city.xueliang.embedded;

import io.questdb.Bootstrap;
import io.questdb.PropBootstrapConfiguration;
import io.questdb.ServerMain;
import io.questdb.network.NetworkError;
import io.questdb.std.Misc;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One QuestDB that keeps its tables in a folder and takes InfluxDB's line protocol on {@code
 * /api/v2/write}. Its one port is bound on 127.0.0.1 and asks for no password.
 */
public final class EmbeddedStore implements AutoCloseable {
  private static final String NAME = "The store";

  private final ServerMain server;
  private final FolderLock lock;
  private final String url;
  private final StoreSql sql;

  private EmbeddedStore(ServerMain server, FolderLock lock) {
    this.server = server;
    this.lock = lock;
    this.url = "http://" + LoopbackPorts.HOST + ":" + server.getHttpServerPort();
    this.sql = new StoreSql(url);
  }

  /**
   * Starts over the folder's tables and returns when clients can connect.
   *
   * @param folder is made if missing; only one store at a time may use it
   * @param port for HTTP; 0 takes a free one
   * @throws PortInUseException if another program listens on the port
   * @throws IllegalStateException if the store does not start, with its reason
   */
  public static EmbeddedStore start(Path folder, int port) {
    LoopbackPorts.claim(NAME, port);
    Path root = folder.toAbsolutePath();
    FolderLock lock = FolderLock.take(NAME, root);
    try {
      StoreLog.configure(root);
      return new EmbeddedStore(MutedConsole.during(() -> run(root, port)), lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Where a client writes and asks, without a slash at the end. */
  public String url() {
    return url;
  }

  /**
   * Runs a statement that returns no rows, such as CREATE TABLE.
   *
   * @throws StoreException if the store refuses it
   */
  public void execute(String statement) {
    sql.execute(statement);
  }

  /**
   * The rows of a SELECT, their columns in its order. Whole numbers come as Long, others as Double,
   * timestamps as ISO 8601 text in UTC with microseconds.
   *
   * @throws StoreException if the store refuses it
   */
  public List<Map<String, Object>> query(String select) {
    return sql.query(select);
  }

  @Override
  public void close() {
    MutedConsole.during(
        () -> {
          server.close();
          return null;
        });
    lock.close();
  }

  private static ServerMain run(Path root, int port) {
    Map<String, String> settings = StoreSettings.of(port);
    PropBootstrapConfiguration configuration =
        new PropBootstrapConfiguration() {
          @Override
          public Map<String, String> getEnv() {
            return settings;
          }
        };
    ServerMain server = null;
    try {
      // Without -n QuestDB makes the whole process ignore that its terminal was closed (SIGHUP).
      server = new ServerMain(new Bootstrap(configuration, "-d", root.toString(), "-n"));
      server.start(false);
      return server;
    } catch (RuntimeException | NetworkError e) {
      // Read at once: QuestDB uses its exceptions again.
      String reason = e.getMessage();
      Misc.free(server);
      throw new IllegalStateException(NAME + " did not start over " + root + ": " + reason, e);
    }
  }
}
