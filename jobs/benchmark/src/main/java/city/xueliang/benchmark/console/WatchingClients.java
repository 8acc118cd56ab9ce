package city.xueliang.benchmark.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All who watch, on one thread. */
final class WatchingClients implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WatchingClients.class);
  private static final int BUFFER_BYTES = 1 << 18;

  private final List<WatchingClient> clients;
  private final WatchFigures figures;
  private final Selector selector;
  private final Queue<Step> steps = new ConcurrentLinkedQueue<>();
  private final Thread thread = new Thread(this::run, "watching-clients");
  private volatile boolean isStopping;

  private interface Step {
    void run() throws IOException;
  }

  /**
   * Those of whom none is connected yet.
   *
   * @param after id of the state that all of them know
   */
  WatchingClients(int port, int number, SentRevisions sent, WatchFigures figures, String after)
      throws IOException {
    InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    this.clients =
        IntStream.range(0, number)
            .mapToObj(n -> new WatchingClient(server, sent, figures, after))
            .toList();
    this.figures = figures;
    this.selector = Selector.open();
    thread.start();
  }

  /** Lets some of them call at once; returns when they have. */
  void call(int from, int to) {
    onThread(
        () -> {
          for (WatchingClient client : clients.subList(from, to)) {
            client.call(selector);
          }
        });
  }

  /** Ends all connections at once. */
  void hangUp() {
    onThread(
        () -> {
          for (WatchingClient client : clients) {
            client.hangUp();
          }
        });
  }

  /** How many are told what happens. */
  int watching() {
    CompletableFuture<Integer> answer = new CompletableFuture<>();
    onThread(
        () -> answer.complete((int) clients.stream().filter(WatchingClient::isWatching).count()));
    return answer.join();
  }

  /** Alerts that one of them has not seen in their newest revision, over all of them. */
  long missed(long knownSince) {
    CompletableFuture<Long> answer = new CompletableFuture<>();
    onThread(() -> answer.complete(clients.stream().mapToLong(c -> c.missed(knownSince)).sum()));
    return answer.join();
  }

  private void onThread(Step step) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    steps.add(
        () -> {
          step.run();
          done.complete(null);
        });
    selector.wakeup();
    done.join();
  }

  private void run() {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    try {
      while (!isStopping) {
        for (Step step = steps.poll(); step != null; step = steps.poll()) {
          step.run();
        }
        selector.select(key -> serve(key, buffer));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(SelectionKey key, ByteBuffer buffer) {
    WatchingClient client = (WatchingClient) key.attachment();
    boolean isThere;
    try {
      if (key.isConnectable()) {
        client.ask();
      }
      isThere = !key.isReadable() || client.read(buffer);
    } catch (IOException e) {
      LOG.info("A connection failed: {}", e.getMessage());
      isThere = false;
    }
    if (!isThere) {
      figures.lost();
      comeBack(client);
    }
  }

  private void comeBack(WatchingClient client) {
    try {
      client.hangUp();
      client.call(selector);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    hangUp();
    isStopping = true;
    selector.wakeup();
    thread.join();
    selector.close();
  }
}
