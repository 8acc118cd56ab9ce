package city.xueliang.console;

import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * How requests are served on two cores and with little memory. Who watches the stream holds a
 * connection, but neither a thread nor a buffer.
 */
final class Serving {
  /** What waits for the store or the broker must not keep others from being answered. */
  private static final int MOST_THREADS = 64;

  private static final int LEAST_THREADS = 4;
  private static final int IDLE_MILLIS = 60_000;

  /** Where more effort saves hardly a byte of JSON. */
  private static final int GZIP_LEVEL = 4;

  private static final int WAITING_CONNECTIONS = 2_048;

  private Serving() {}

  static void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.compressionStrategy = new CompressionStrategy(null, new Gzip(GZIP_LEVEL));
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS, IDLE_MILLIS);
    threads.setName("console-http");
    config.jetty.threadPool = threads;
    config.jetty.modifyServer(
        server ->
            server.addEventListener(
                new LifeCycle.Listener() {
                  @Override
                  public void lifeCycleStarting(LifeCycle starting) {
                    letManyWait(server);
                  }
                }));
  }

  /** When the server comes back, all who watch it come back at once. */
  private static void letManyWait(Server server) {
    for (Connector connector : server.getConnectors()) {
      if (connector instanceof ServerConnector listening) {
        listening.setAcceptQueueSize(WAITING_CONNECTIONS);
      }
    }
  }
}
