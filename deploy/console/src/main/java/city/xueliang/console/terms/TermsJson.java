package city.xueliang.console.terms;

import city.xueliang.domain.config.DurationText;
import city.xueliang.domain.rule.Handling.Inhibition;
import city.xueliang.domain.rule.Sign;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The terms of rules and policies: their records' parts have the names of a rule file's keys. */
final class TermsJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private TermsJson() {}

  /** The parts of a record by their names; what is null is left out. */
  static ObjectNode of(Record terms) {
    ObjectNode json = NODES.objectNode();
    for (RecordComponent part : terms.getClass().getRecordComponents()) {
      Object value = value(part, terms);
      if (value != null) {
        json.set(part.getName(), node(value));
      }
    }
    return json;
  }

  private static Object value(RecordComponent part, Record terms) {
    try {
      return part.getAccessor().invoke(terms);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode node(Object value) {
    if (value instanceof Duration span) {
      return NODES.textNode(DurationText.format(span));
    }
    if (value instanceof Integer number) {
      return NODES.numberNode(number);
    }
    if (value instanceof Double number) {
      return NODES.numberNode(number);
    }
    if (value instanceof Boolean is) {
      return NODES.booleanNode(is);
    }
    if (value instanceof Sign sign) {
      return sign.atLeast() == Sign.ANY ? NODES.textNode(sign.measure().name()) : of(sign);
    }
    if (value instanceof Inhibition inhibition) {
      return NODES
          .objectNode()
          .put("rule", inhibition.ruleId())
          .put("equal", inhibition.equal().name());
    }
    if (value instanceof Set<?> choices) {
      // Sets have no order of their own.
      return list(choices.stream().map(Object::toString).sorted().toList());
    }
    if (value instanceof List<?> list) {
      return list(list);
    }
    return value instanceof Record terms ? of(terms) : NODES.textNode(value.toString());
  }

  private static ArrayNode list(Collection<?> values) {
    ArrayNode all = NODES.arrayNode();
    values.forEach(value -> all.add(node(value)));
    return all;
  }
}
