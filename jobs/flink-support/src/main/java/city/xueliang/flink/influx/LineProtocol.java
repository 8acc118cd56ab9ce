package city.xueliang.flink.influx;

import java.io.ByteArrayOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One point in InfluxDB's line protocol, UTF-8, without the newline. As bytes, because the buffer
 * may hold very many and Chinese text would take a String twice the room.
 */
public final class LineProtocol implements Serializable {
  private static final long serialVersionUID = 1L;

  private final byte[] utf8;

  LineProtocol(byte[] utf8) {
    this.utf8 = utf8;
  }

  static LineProtocol of(String line) {
    return new LineProtocol(line.getBytes(StandardCharsets.UTF_8));
  }

  /** The lines of one request, one below the other. */
  static String body(List<LineProtocol> lines) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (LineProtocol line : lines) {
      body.writeBytes(line.utf8);
      body.write('\n');
    }
    return body.toString(StandardCharsets.UTF_8);
  }

  boolean isEmpty() {
    return utf8.length == 0;
  }

  /** In bytes. */
  int length() {
    return utf8.length;
  }

  byte[] utf8() {
    return utf8;
  }

  @Override
  public String toString() {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
