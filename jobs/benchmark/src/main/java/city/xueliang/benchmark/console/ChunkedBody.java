package city.xueliang.benchmark.console;

import java.nio.ByteBuffer;

/** Takes an answer of HTTP/1.1 in chunks apart, as it comes. */
final class ChunkedBody {
  private static final int SIZE_RADIX = 16;

  /** Takes a part of the body. */
  interface Sink {
    void take(byte[] bytes, int from, int to);
  }

  private enum State {
    HEAD,
    SIZE,
    DATA,
    END_OF_DATA
  }

  private final Sink sink;
  private final StringBuilder line = new StringBuilder();
  private State state = State.HEAD;
  private String statusLine = "";
  private int left;

  ChunkedBody(Sink sink) {
    this.sink = sink;
  }

  /** Such as {@code HTTP/1.1 200 OK}; empty before it came. */
  String statusLine() {
    return statusLine;
  }

  /** Takes all of a buffer that is backed by an array. */
  void take(ByteBuffer buffer) {
    while (buffer.hasRemaining()) {
      switch (state) {
        case HEAD -> takeHead(buffer.get());
        case SIZE -> takeSize(buffer.get());
        case DATA -> takeData(buffer);
        case END_OF_DATA -> {
          if (buffer.get() == '\n') {
            state = State.SIZE;
          }
        }
      }
    }
  }

  private void takeHead(byte next) {
    if (next == '\n') {
      if (statusLine.isEmpty()) {
        statusLine = line.toString();
      } else if (line.length() == 0) {
        state = State.SIZE;
      }
      line.setLength(0);
    } else if (next != '\r') {
      line.append((char) next);
    }
  }

  private void takeSize(byte next) {
    if (next == '\n') {
      state = left == 0 ? State.HEAD : State.DATA;
    } else if (next != '\r') {
      left = left * SIZE_RADIX + Character.digit(next, SIZE_RADIX);
    }
  }

  private void takeData(ByteBuffer buffer) {
    int taken = Math.min(left, buffer.remaining());
    int from = buffer.arrayOffset() + buffer.position();
    sink.take(buffer.array(), from, from + taken);
    buffer.position(buffer.position() + taken);
    left -= taken;
    if (left == 0) {
      state = State.END_OF_DATA;
    }
  }
}
