package city.xueliang.embedded;

import io.questdb.Bootstrap;
import io.questdb.PropBootstrapConfiguration;
import io.questdb.ServerMain;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One QuestDB that keeps its tables in a folder and takes InfluxDB's line protocol on {@code
 * /api/v2/write}. Its one port is bound on 127.0.0.1 and asks for no password.
 */
public final class EmbeddedStore implements AutoCloseable {
  private final ServerMain server;
  private final String url;
  private final StoreSql sql;

  private EmbeddedStore(ServerMain server, String url) {
    this.server = server;
    this.url = url;
    this.sql = new StoreSql(url);
  }

  /**
   * Starts over the folder's tables and returns when clients can connect.
   *
   * @param folder is made if missing; only one store at a time may use it
   * @param port for HTTP; 0 takes a free one
   * @throws PortInUseException if another program listens on the port
   */
  public static EmbeddedStore start(Path folder, int port) {
    int httpPort = LoopbackPorts.claim("The store", port);
    Path root = folder.toAbsolutePath();
    StoreLog.configure(root);
    ServerMain server = MutedConsole.during(() -> run(root, httpPort));
    return new EmbeddedStore(server, "http://" + LoopbackPorts.HOST + ":" + httpPort);
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
    // Without -n QuestDB makes the whole process ignore that its terminal was closed (SIGHUP).
    ServerMain server = new ServerMain(new Bootstrap(configuration, "-d", root.toString(), "-n"));
    try {
      server.start(false);
      return server;
    } catch (RuntimeException e) {
      server.close();
      throw new IllegalStateException("The store did not start over " + root, e);
    }
  }
}
