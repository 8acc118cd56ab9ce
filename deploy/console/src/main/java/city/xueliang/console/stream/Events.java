package city.xueliang.console.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Server-sent events, as bytes. */
final class Events {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

  Events add(String event, JsonNode data) {
    return line("event: " + event).line("data: " + data).line("");
  }

  /** An event after which a client that comes back is sent what changed since this id. */
  Events add(String event, JsonNode data, String id) {
    return line("id: " + id).add(event, data);
  }

  boolean isEmpty() {
    return bytes.size() == 0;
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }

  private Events line(String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    bytes.write('\n');
    return this;
  }
}
