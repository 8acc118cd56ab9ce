package city.xueliang.domain.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Nodes of a document as the JSON values that they stand for. */
final class PlainYaml {
  private PlainYaml() {}

  static Object of(Node node) {
    if (node instanceof MappingNode mapping) {
      Map<String, Object> entries = new LinkedHashMap<>();
      mapping
          .getValue()
          .forEach(
              entry -> {
                if (entry.getKeyNode() instanceof ScalarNode key) {
                  entries.put(key.getValue(), of(entry.getValueNode()));
                }
              });
      return entries;
    }
    if (node instanceof SequenceNode sequence) {
      List<Object> items = new ArrayList<>();
      sequence.getValue().forEach(item -> items.add(of(item)));
      return items;
    }
    return node instanceof ScalarNode scalar ? scalar(scalar.getTag(), scalar.getValue()) : null;
  }

  private static Object scalar(Tag tag, String text) {
    if (tag.equals(Tag.NULL)) {
      return null;
    }
    if (tag.equals(Tag.BOOL)) {
      return Boolean.valueOf(text);
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      try {
        return new BigDecimal(text);
      } catch (NumberFormatException e) {
        return text;
      }
    }
    return text;
  }
}
