package city.xueliang.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A real {@code influxd} 1.x over a folder, on 127.0.0.1 only, at ports that stay the same when it
 * is started again. What happens where it is not installed, {@link OptionalProgram} says.
 */
public final class InfluxServer implements AutoCloseable {
  private static final String PROGRAM = "influxd";
  private static final Duration START_LIMIT = Duration.ofSeconds(20);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path folder;
  private final int httpPort = freePort();
  private final int backupPort = freePort();
  private final Map<String, String> moreSettings;
  private Process process;

  private InfluxServer(Path folder, Map<String, String> settings) {
    this.folder = folder;
    this.moreSettings = settings;
    Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
  }

  /** Starts it over this folder and returns when it answers. */
  public static InfluxServer start(Path folder) {
    return start(folder, Map.of());
  }

  /**
   * Starts it with settings beside the usual ones, by the names of its environment variables, such
   * as INFLUXDB_HTTP_MAX_ROW_LIMIT.
   */
  public static InfluxServer start(Path folder, Map<String, String> settings) {
    OptionalProgram.require(PROGRAM, "influxdb");
    InfluxServer server = new InfluxServer(folder, settings);
    server.start();
    return server;
  }

  /** Starts it again over the same folder, at the same port. */
  public void start() {
    ProcessBuilder builder = new ProcessBuilder(PROGRAM, "-config", "/dev/null");
    builder.environment().putAll(settings());
    builder.environment().putAll(moreSettings);
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("influxd.log").toFile());
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitAnswer();
  }

  /** Where a client writes and asks, without a slash at the end. */
  public String url() {
    return "http://127.0.0.1:" + httpPort;
  }

  /** Makes a database with its default retention policy {@code autogen}. */
  public void createDatabase(String name) {
    query("", "CREATE DATABASE \"" + name + "\"");
  }

  /** The server's answer to InfluxQL as CSV, the first line of each result naming its columns. */
  public String query(String database, String influxQl) {
    String body = "db=" + encoded(database) + "&epoch=ms&q=" + encoded(influxQl);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url() + "/query"))
            .header("Accept", "application/csv")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = send(request);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(influxQl + ": " + answer.body());
    }
    return answer.body();
  }

  /** Lets it end by itself, as an operator would. */
  public void stop() {
    process.destroy();
    awaitEnd();
  }

  /** As {@code kill -9}. */
  public void kill() {
    if (process == null) {
      return;
    }
    process.destroyForcibly();
    awaitEnd();
  }

  @Override
  public void close() {
    kill();
  }

  private Map<String, String> settings() {
    return Map.of(
        "INFLUXDB_REPORTING_DISABLED",
        "true",
        "INFLUXDB_BIND_ADDRESS",
        "127.0.0.1:" + backupPort,
        "INFLUXDB_HTTP_BIND_ADDRESS",
        "127.0.0.1:" + httpPort,
        "INFLUXDB_HTTP_LOG_ENABLED",
        "false",
        "INFLUXDB_MONITOR_STORE_ENABLED",
        "false",
        "INFLUXDB_META_DIR",
        folder.resolve("meta").toString(),
        "INFLUXDB_DATA_DIR",
        folder.resolve("data").toString(),
        "INFLUXDB_DATA_WAL_DIR",
        folder.resolve("wal").toString());
  }

  private void awaitAnswer() {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        kill();
        throw new IllegalStateException("influxd did not start; its words are in " + folder);
      }
    }
  }

  private boolean answers() {
    try {
      // Also the pause between two attempts, and the first to know when the process has ended.
      process.waitFor(20, TimeUnit.MILLISECONDS);
      return send(HttpRequest.newBuilder(URI.create(url() + "/ping")).build()).statusCode() == 204;
    } catch (UncheckedIOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while influxd started", e);
    }
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("influxd did not end within " + STOP_LIMIT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while influxd was asked", e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
