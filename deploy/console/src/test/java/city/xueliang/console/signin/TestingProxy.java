package city.xueliang.console.signin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A proxy at a port of 127.0.0.1 that ends TLS. Passes on what its clients send, and says after
 * their words for whom it speaks, in a line of its own as HAProxy does.
 */
final class TestingProxy implements AutoCloseable {
  private static final int BAD_GATEWAY = 502;

  /** The client sets these by itself. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("host", "connection", "content-length", "upgrade", "http2-settings");

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpsServer server;
  private volatile String behind = "";

  private TestingProxy(HttpsServer server) {
    this.server = server;
  }

  static TestingProxy start(TestingKeyStore keys) throws IOException {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    TestingProxy proxy = new TestingProxy(server);
    server.setHttpsConfigurator(new HttpsConfigurator(keys.context()));
    server.setExecutor(proxy.threads);
    server.createContext("/", proxy::pass);
    server.start();
    return proxy;
  }

  /** Where browsers find it. */
  URI publicUrl() {
    return URI.create("https://localhost:" + server.getAddress().getPort());
  }

  /**
   * Passes on from now on.
   *
   * @param url without a slash at the end
   */
  void standBefore(String url) {
    behind = url;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange;
        InputStream asked = exchange.getRequestBody()) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(behind + exchange.getRequestURI()))
              .method(
                  exchange.getRequestMethod(), BodyPublishers.ofByteArray(asked.readAllBytes()));
      exchange.getRequestHeaders().forEach((name, values) -> add(request, name, values));
      request.header("X-Forwarded-For", exchange.getRemoteAddress().getAddress().getHostAddress());
      HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
      exchange.getResponseHeaders().putAll(answerHeaders(answer));
      boolean isEmpty = answer.body().length == 0;
      exchange.sendResponseHeaders(answer.statusCode(), isEmpty ? -1 : answer.body().length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(answer.body());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exchange.sendResponseHeaders(BAD_GATEWAY, -1);
    }
  }

  private static void add(HttpRequest.Builder request, String name, List<String> values) {
    if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
      values.forEach(value -> request.header(name, value));
    }
  }

  private static Map<String, List<String>> answerHeaders(HttpResponse<?> answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.keySet().removeIf(name -> name.equals("content-length") || name.startsWith(":"));
    return headers;
  }
}
