package city.xueliang.flink.influx;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/** Takes writes as InfluxDB does, unless told to fail: first by a list, then by a lasting fault. */
final class FaultyServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(FaultyServer::daemon);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final BlockingQueue<Answer> next = new LinkedBlockingQueue<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<String> stored = new ArrayList<>();
  private volatile Answer otherwise = FaultyServer::store;

  private FaultyServer(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** How one request is answered. */
  @FunctionalInterface
  interface Answer {
    void give(FaultyServer server, HttpExchange exchange, List<String> lines) throws IOException;
  }

  /** What came in; {@code nanos} count from anywhere. */
  record Request(String authorization, String pathAndQuery, int lines, long nanos) {}

  static FaultyServer start() {
    try {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      return new FaultyServer(HttpServer.create(new InetSocketAddress(loopback, 0), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void store(FaultyServer server, HttpExchange exchange, List<String> lines)
      throws IOException {
    server.keep(lines);
    exchange.sendResponseHeaders(204, -1);
  }

  static Answer status(int status) {
    return (server, exchange, lines) -> say(exchange, status, "status " + status);
  }

  static Answer tooManyRequests(int retryAfterSeconds) {
    return (server, exchange, lines) -> {
      exchange.getResponseHeaders().add("Retry-After", String.valueOf(retryAfterSeconds));
      say(exchange, 429, "slow down");
    };
  }

  /** Never, until the server is closed. */
  static Answer never() {
    return (server, exchange, lines) -> server.awaitClose();
  }

  /** Breaks the connection off. */
  static Answer breakOff() {
    return (server, exchange, lines) -> exchange.close();
  }

  /** Refuses a request with such a line as a whole, as QuestDB does. */
  static Answer refuseAllIfAny(int status, Predicate<String> bad) {
    return (server, exchange, lines) -> {
      if (lines.stream().anyMatch(bad)) {
        say(exchange, status, "cannot take it");
      } else {
        store(server, exchange, lines);
      }
    };
  }

  /** Refuses such lines but keeps the others, as InfluxDB does. */
  static Answer refuseOnly(Predicate<String> bad) {
    return (server, exchange, lines) -> {
      List<String> good = lines.stream().filter(bad.negate()).toList();
      server.keep(good);
      int dropped = lines.size() - good.size();
      say(exchange, dropped == 0 ? 204 : 400, "partial write: dropped=" + dropped);
    };
  }

  FaultyServer next(Answer... answers) {
    next.addAll(List.of(answers));
    return this;
  }

  FaultyServer otherwise(Answer answer) {
    otherwise = answer;
    return this;
  }

  FaultyServer mended() {
    return otherwise(FaultyServer::store);
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Request> requests() {
    return requests;
  }

  /** The lines in the order in which they were stored first. */
  synchronized Set<String> stored() {
    return new LinkedHashSet<>(stored);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      List<String> lines = read(exchange);
      requests.add(
          new Request(
              exchange.getRequestHeaders().getFirst("Authorization"),
              exchange.getRequestURI().toString(),
              lines.size(),
              System.nanoTime()));
      Answer listed = next.poll();
      (listed == null ? otherwise : listed).give(this, exchange, lines);
    }
  }

  private static List<String> read(HttpExchange exchange) throws IOException {
    try (GZIPInputStream body = new GZIPInputStream(exchange.getRequestBody())) {
      return new String(body.readAllBytes(), UTF_8).lines().toList();
    }
  }

  private static void say(HttpExchange exchange, int status, String words) throws IOException {
    byte[] body = "{\"code\":\"invalid\",\"message\":\"%s\"}".formatted(words).getBytes(UTF_8);
    exchange.sendResponseHeaders(status, status == 204 ? -1 : body.length);
    if (status != 204) {
      exchange.getResponseBody().write(body);
    }
  }

  private synchronized void keep(List<String> lines) {
    stored.addAll(lines);
  }

  private void awaitClose() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "faulty-server");
    thread.setDaemon(true);
    return thread;
  }
}
