package city.xueliang.benchmark.console;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Asks the console what a page asks, in gzip as browsers do, and takes the time. */
final class RestProbe {
  private static final int OK = 200;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;
  private final List<String> paths;
  private final Map<String, Asked> asked = new ConcurrentHashMap<>();

  /**
   * Of the answers to one path.
   *
   * @param bytes of the newest one
   * @param gzipBytes of the newest one on its way
   * @param failures answers other than 200
   */
  record PathFigures(long bytes, long gzipBytes, long failures, Delays.Summary millis) {}

  private static final class Asked {
    private final Delays delays = new Delays();
    private final LongAdder failures = new LongAdder();
    private volatile byte[] newest = {};
  }

  RestProbe(int port, List<String> paths) {
    this.server = URI.create("http://127.0.0.1:" + port);
    this.paths = List.copyOf(paths);
  }

  /** The answer to a path, as text. */
  String answer(String path) {
    return new String(plain(ask(path).join()), StandardCharsets.UTF_8);
  }

  /** Asks all paths, one after the other; completes when the last is answered. */
  CompletableFuture<Void> askAll() {
    CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
    for (String path : paths) {
      all = all.thenCompose(before -> askTimed(path));
    }
    return all;
  }

  /** So many pages are opened at once; returns when the last has its answers. */
  void open(int pages) {
    CompletableFuture.allOf(
            Stream.generate(this::askAll).limit(pages).toArray(CompletableFuture<?>[]::new))
        .join();
  }

  /** By path, since the last time this was asked. */
  Map<String, PathFigures> takeFigures() {
    Map<String, PathFigures> figures = new TreeMap<>();
    asked.forEach(
        (path, of) ->
            figures.put(
                path,
                new PathFigures(
                    plain(of.newest).length,
                    of.newest.length,
                    of.failures.sum(),
                    of.delays.summary())));
    asked.clear();
    return figures;
  }

  private CompletableFuture<Void> askTimed(String path) {
    Asked of = asked.computeIfAbsent(path, any -> new Asked());
    long start = System.nanoTime();
    return http.sendAsync(request(path), BodyHandlers.ofByteArray())
        .thenAccept(
            answer -> {
              of.delays.add(System.nanoTime() - start);
              of.newest = answer.body();
              if (answer.statusCode() != OK) {
                of.failures.increment();
              }
            });
  }

  private CompletableFuture<byte[]> ask(String path) {
    return http.sendAsync(request(path), BodyHandlers.ofByteArray()).thenApply(HttpResponse::body);
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(server.resolve(path)).header("Accept-Encoding", "gzip").build();
  }

  private static byte[] plain(byte[] body) {
    boolean isZipped = body.length > 1 && body[0] == (byte) 0x1f && body[1] == (byte) 0x8b;
    if (!isZipped) {
      return body;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
