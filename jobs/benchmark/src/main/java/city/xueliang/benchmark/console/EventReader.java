package city.xueliang.benchmark.console;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads server-sent events of the console as they come: which alerts and revisions they tell. */
final class EventReader {
  private static final byte[] EVENT = ascii("event: ");
  private static final byte[] ID = ascii("id: ");
  private static final byte[] DATA = ascii("data: ");
  private static final byte[] ALERTS = ascii("alerts");
  private static final byte[] BEAT = ascii("beat");
  private static final byte[] RESET = ascii("reset");
  private static final byte[] ALERT = ascii("{\"id\":\"");
  private static final byte[] REVISION = ascii("\",\"revision\":");
  private static final int ID_DIGITS = 32;

  /** Hears what a stream tells. */
  interface Listener {
    void alert(int number, int revision);

    /** All alerts of an event were told; after it a client can come back with this id. */
    void alertsUpTo(String id);

    void beat();

    /** What is known is worthless. */
    void reset();
  }

  private final Listener listener;
  private byte[] line = new byte[1 << 10];
  private int length;
  private String id = "";
  private boolean isOfAlerts;

  EventReader(Listener listener) {
    this.listener = listener;
  }

  /** Takes the next bytes of the stream, wherever they are cut. */
  void take(byte[] bytes, int from, int to) {
    int begin = from;
    for (int at = from; at < to; at++) {
      if (bytes[at] == '\n') {
        if (length == 0) {
          readLine(bytes, begin, at);
        } else {
          keep(bytes, begin, at);
          readLine(line, 0, length);
          length = 0;
        }
        begin = at + 1;
      }
    }
    keep(bytes, begin, to);
  }

  private void keep(byte[] bytes, int from, int to) {
    int needed = length + to - from;
    if (needed > line.length) {
      line = Arrays.copyOf(line, Math.max(needed, 2 * line.length));
    }
    System.arraycopy(bytes, from, line, length, to - from);
    length = needed;
  }

  private void readLine(byte[] text, int from, int to) {
    if (startsWith(text, from, to, EVENT)) {
      isOfAlerts = startsWith(text, from + EVENT.length, to, ALERTS);
      if (startsWith(text, from + EVENT.length, to, BEAT)) {
        listener.beat();
      } else if (startsWith(text, from + EVENT.length, to, RESET)) {
        listener.reset();
      }
    } else if (startsWith(text, from, to, ID)) {
      id = new String(text, from + ID.length, to - from - ID.length, StandardCharsets.US_ASCII);
    } else if (isOfAlerts && startsWith(text, from, to, DATA)) {
      readAlerts(text, from + DATA.length, to);
      listener.alertsUpTo(id);
    }
  }

  private void readAlerts(byte[] text, int from, int to) {
    int last = to - ALERT.length - ID_DIGITS - REVISION.length;
    for (int at = from; at < last; at++) {
      if (text[at] == '{' && startsWith(text, at, to, ALERT)) {
        int number = SentRevisions.number(text, at + ALERT.length);
        int next = at + ALERT.length + ID_DIGITS;
        if (!startsWith(text, next, to, REVISION)) {
          throw new IllegalStateException("An alert does not begin with its id and revision");
        }
        int revision = 0;
        for (next += REVISION.length; text[next] >= '0' && text[next] <= '9'; next++) {
          revision = revision * 10 + text[next] - '0';
        }
        listener.alert(number, revision);
        at = next;
      }
    }
  }

  private static boolean startsWith(byte[] text, int from, int to, byte[] wanted) {
    return to - from >= wanted.length
        && Arrays.equals(text, from, from + wanted.length, wanted, 0, wanted.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
