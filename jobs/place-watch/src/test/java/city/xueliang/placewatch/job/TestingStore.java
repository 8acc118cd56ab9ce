package city.xueliang.placewatch.job;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;

/**
 * Takes InfluxDB's writes and keeps of each row, by its tags and time, the newest fields, as
 * InfluxDB does. At first it is overloaded for a moment.
 */
final class TestingStore implements AutoCloseable {
  /** Writes that are answered by an error before one is taken. */
  static final int FAILING_AT_FIRST = 2;

  private final AtomicInteger toFail = new AtomicInteger(FAILING_AT_FIRST);
  private final Map<String, String> rows = new ConcurrentHashMap<>();
  private final HttpServer server;

  private TestingStore(HttpServer server) {
    this.server = server;
    server.createContext(
        "/api/v2/write",
        exchange -> {
          boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
          byte[] body = exchange.getRequestBody().readAllBytes();
          boolean isTaken = toFail.getAndDecrement() <= 0;
          if (isTaken) {
            take(body, zipped);
          }
          exchange.sendResponseHeaders(isTaken ? 204 : 503, -1);
          exchange.close();
        });
    server.start();
  }

  static TestingStore start() throws IOException {
    return new TestingStore(
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Fields in line protocol, by measurement, tags and time: {@code m,tag=… 1700000000000}. */
  Map<String, String> rows() {
    return new TreeMap<>(rows);
  }

  private void take(byte[] body, boolean zipped) throws IOException {
    try (InputStream plain =
        zipped
            ? new GZIPInputStream(new ByteArrayInputStream(body))
            : new ByteArrayInputStream(body)) {
      new String(plain.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(this::take);
    }
  }

  private void take(String line) {
    // No tag or field of ours has a space.
    String[] parts = line.split(" ", -1);
    rows.put(parts[0] + ' ' + parts[2], parts[1]);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
