package city.xueliang.benchmark.console;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One who watches, as a browser does: it comes back with the last id that it has seen. */
final class WatchingClient implements EventReader.Listener {
  private final InetSocketAddress server;
  private final SentRevisions sent;
  private final WatchFigures figures;
  private final byte[] seen;
  private String lastId;
  private SocketChannel channel;
  private SelectionKey key;
  private ChunkedBody body;
  private long calledAt;
  private long watchesSince;
  private long lastBeat;

  /**
   * One who is not connected yet.
   *
   * @param after id of the state that it knows
   */
  WatchingClient(InetSocketAddress server, SentRevisions sent, WatchFigures figures, String after) {
    this.server = server;
    this.sent = sent;
    this.figures = figures;
    this.seen = new byte[sent.mostAlerts()];
    this.lastId = after;
  }

  /** Whether it is told what happens. */
  boolean isWatching() {
    return watchesSince != 0;
  }

  /** Alerts whose newest revision was sent after it knew the city, and that it has not seen. */
  int missed(long knownSince) {
    int missed = 0;
    for (int number = 0; number < seen.length && sent.newest(number) > 0; number++) {
      int newest = sent.newest(number);
      if (sent.sentAt(number, newest) > knownSince && seen[number] < newest) {
        missed++;
      }
    }
    return missed;
  }

  void call(Selector selector) throws IOException {
    calledAt = System.nanoTime();
    watchesSince = 0;
    lastBeat = 0;
    EventReader events = new EventReader(this);
    body = new ChunkedBody(events::take);
    channel = SocketChannel.open();
    channel.configureBlocking(false);
    key = channel.register(selector, SelectionKey.OP_CONNECT, this);
    if (channel.connect(server)) {
      ask();
    }
  }

  /** The server has taken the connection. */
  void ask() throws IOException {
    if (!channel.finishConnect()) {
      return;
    }
    String request =
        """
        GET /api/stream HTTP/1.1\r
        Host: 127.0.0.1:%d\r
        Accept: text/event-stream\r
        Last-Event-ID: %s\r
        \r
        """
            .formatted(server.getPort(), lastId);
    channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    key.interestOps(SelectionKey.OP_READ);
  }

  /** Reads what has come; whether the server is still there. */
  boolean read(ByteBuffer buffer) throws IOException {
    buffer.clear();
    int bytes = channel.read(buffer);
    if (bytes < 0) {
      return false;
    }
    figures.bytes(bytes);
    buffer.flip();
    body.take(buffer);
    if (!body.statusLine().isEmpty() && !body.statusLine().contains(" 200 ")) {
      throw new IOException(body.statusLine());
    }
    return true;
  }

  void hangUp() throws IOException {
    if (channel != null) {
      channel.close();
      watchesSince = 0;
    }
  }

  @Override
  public void alert(int number, int revision) {
    if (revision > seen[number]) {
      seen[number] = (byte) revision;
      long sentAt = sent.sentAt(number, revision);
      // What was sent before is told late by nature.
      if (isWatching() && sentAt > watchesSince) {
        figures.delay(System.nanoTime() - sentAt);
      }
    }
  }

  @Override
  public void alertsUpTo(String id) {
    lastId = id;
    if (!isWatching()) {
      watchesSince = System.nanoTime();
      figures.began(watchesSince - calledAt);
    }
  }

  @Override
  public void beat() {
    long now = System.nanoTime();
    if (lastBeat != 0) {
      figures.beat(now - lastBeat);
    }
    lastBeat = now;
  }

  @Override
  public void reset() {
    figures.reset();
  }
}
