package city.xueliang.notify.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** JSON of requests and answers. */
final class Json {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static String text(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values can always be written", e);
    }
  }

  /** Whole numbers under one of these keys of an answer; nothing if it has none or is no JSON. */
  static Optional<Long> number(String answer, String... keys) {
    try {
      JsonNode tree = MAPPER.readTree(answer);
      for (String key : keys) {
        if (tree.path(key).isIntegralNumber()) {
          return Optional.of(tree.path(key).longValue());
        }
      }
      return Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /**
   * A record with the names of its contract's fields; times as ISO 8601 in UTC, enums by name,
   * nulls kept.
   */
  static ObjectNode record(SpecificRecord record) {
    ObjectNode node = MAPPER.createObjectNode();
    for (Schema.Field field : record.getSchema().getFields()) {
      node.set(field.name(), value(record.get(field.pos())));
    }
    return node;
  }

  private static JsonNode value(Object value) {
    if (value instanceof SpecificRecord record) {
      return record(record);
    }
    if (value instanceof Collection<?> items) {
      ArrayNode array = MAPPER.createArrayNode();
      items.forEach(item -> array.add(value(item)));
      return array;
    }
    if (value instanceof Instant || value instanceof Enum<?>) {
      return MAPPER.getNodeFactory().textNode(value.toString());
    }
    return MAPPER.valueToTree(value);
  }
}
