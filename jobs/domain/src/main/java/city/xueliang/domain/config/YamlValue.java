package city.xueliang.domain.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One value of a document, or the place where it would stand. Each access of a value of another
 * shape adds a problem and yields nothing; an absent value yields nothing without a problem.
 */
public final class YamlValue {
  private final YamlDocument document;
  private final Node node;
  private final int line;
  private final String path;

  YamlValue(YamlDocument document, Node node, int line, String path) {
    this.document = document;
    this.node = node;
    this.line = line;
    this.path = path;
  }

  public boolean isPresent() {
    return node != null;
  }

  public boolean isMapping() {
    return node instanceof MappingNode;
  }

  /** From 1; for an absent value, the line of what it is missing from. */
  public int line() {
    return line;
  }

  /** The keys that lead here, such as {@code device.ids.2} or {@code rules[0].limit}. */
  public String path() {
    return path;
  }

  /**
   * Adds a problem of the reader's own with this value.
   *
   * @param key of the text in the resource files of the reader's package
   */
  public void problem(String key, Object... arguments) {
    document.add(line, path, key, arguments);
  }

  /** The value as a mapping; an empty one if it is none. */
  public YamlMapping mapping() {
    Map<String, YamlValue> values = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(entry -> addEntry(values, entry));
    } else if (isPresent()) {
      problem("yaml-mapping");
      return new YamlMapping(new YamlValue(document, null, line, path), values);
    }
    return new YamlMapping(this, values);
  }

  /** The value as a list; an empty one if it is none. */
  public List<YamlValue> list() {
    if (isPresent() && !(node instanceof SequenceNode)) {
      problem("yaml-list");
    }
    return items();
  }

  /**
   * The value to which keys lead from here, or the place where it would stand, in the line of the
   * last one on the way that there is.
   *
   * @param keys such as {@code signs[0].atLeast}; instead of a number, an item of a list of texts
   *     may be named by its text
   */
  public YamlValue at(String keys) {
    return new YamlPath(this).follow(keys);
  }

  /** A text that is not empty; a number as it is written. */
  public Optional<String> string() {
    return scalar("yaml-string");
  }

  /** One of {@code true} and {@code false}. */
  public Optional<Boolean> bool() {
    return parsed(YamlValue::parseBool, "yaml-bool");
  }

  /** A whole number from least to greatest. */
  public OptionalLong integer(long least, long greatest) {
    Optional<Long> value =
        parsed(
            text -> Optional.of(Long.valueOf(text)).filter(n -> n >= least && n <= greatest),
            "yaml-integer",
            least,
            greatest);
    return value.map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  /** A number from least to greatest. */
  public OptionalDouble decimal(double least, double greatest) {
    Optional<Double> value =
        parsed(
            text ->
                Optional.of(new BigDecimal(text).doubleValue())
                    .filter(n -> n >= least && n <= greatest),
            "yaml-decimal",
            plain(least),
            plain(greatest));
    return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  /** One of an enum's names; upper or lower case, {@code -} as good as {@code _}. */
  public <E extends Enum<E>> Optional<E> choice(Class<E> type) {
    return choice(Arrays.asList(type.getEnumConstants()));
  }

  /** The name of one of these values of an enum. */
  public <E extends Enum<E>> Optional<E> choice(Collection<E> allowed) {
    return parsed(
        text -> {
          String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
          return allowed.stream().filter(value -> value.name().equals(name)).findFirst();
        },
        "yaml-choice",
        allowed.stream().map(Enum::name).collect(Collectors.joining(", ")));
  }

  /** A span such as {@code 30s}, {@code 5m} or {@code 1h30m}, from least to greatest. */
  public Optional<Duration> duration(Duration least, Duration greatest) {
    return parsed(
        text ->
            DurationText.parse(text)
                .filter(span -> span.compareTo(least) >= 0 && span.compareTo(greatest) <= 0),
        "yaml-duration",
        DurationText.format(least),
        DurationText.format(greatest));
  }

  YamlValue child(String key) {
    return new YamlValue(document, null, line, path.isEmpty() ? key : path + "." + key);
  }

  /** The place to which keys would lead; they may begin with the place in a list. */
  YamlValue absent(String keys) {
    return keys.startsWith("[") ? new YamlValue(document, null, line, path + keys) : child(keys);
  }

  /** What the parser makes of the text; a problem if that is nothing or no number. */
  private <T> Optional<T> parsed(
      Function<String, Optional<T>> parser, String problem, Object... arguments) {
    Optional<String> text = scalar(problem, arguments);
    Optional<T> value;
    try {
      value = text.flatMap(parser);
    } catch (NumberFormatException e) {
      value = Optional.empty();
    }
    if (text.isPresent() && value.isEmpty()) {
      problem(problem, arguments);
    }
    return value;
  }

  /**
   * The value without its lines, as a JSON value would be: null, or a Boolean, BigDecimal, String,
   * List or Map.
   */
  public Object plain() {
    return PlainYaml.of(node);
  }

  /** The item of a list that is this text; nothing if there is none. */
  Optional<YamlValue> item(String text) {
    return node instanceof SequenceNode
        ? items().stream()
            .filter(item -> item.node instanceof ScalarNode s && s.getValue().equals(text))
            .findFirst()
        : Optional.empty();
  }

  /** The item of a list at this place, from 0; nothing if there is none. */
  Optional<YamlValue> item(int place) {
    List<YamlValue> items = items();
    return place < items.size() ? Optional.of(items.get(place)) : Optional.empty();
  }

  /** The value of a key of a mapping; nothing if there is none. */
  Optional<YamlValue> entry(String key) {
    if (!(node instanceof MappingNode mapping)) {
      return Optional.empty();
    }
    return mapping.getValue().stream()
        .filter(entry -> entry.getKeyNode() instanceof ScalarNode s && s.getValue().equals(key))
        .map(
            entry ->
                new YamlValue(
                    document,
                    entry.getValueNode(),
                    YamlDocument.lineOf(entry.getKeyNode()),
                    child(key).path))
        .findFirst();
  }

  private List<YamlValue> items() {
    List<YamlValue> items = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        String itemPath = path + "[" + items.size() + "]";
        items.add(new YamlValue(document, item, YamlDocument.lineOf(item), itemPath));
      }
    }
    return items;
  }

  private Optional<String> scalar(String otherShape, Object... arguments) {
    if (!isPresent()) {
      return Optional.empty();
    }
    if (!(node instanceof ScalarNode scalar)) {
      problem(otherShape, arguments);
      return Optional.empty();
    }
    if (scalar.getTag().equals(Tag.NULL) || scalar.getValue().isBlank()) {
      problem("yaml-no-value");
      return Optional.empty();
    }
    return Optional.of(scalar.getValue());
  }

  private void addEntry(Map<String, YamlValue> values, NodeTuple entry) {
    int keyLine = YamlDocument.lineOf(entry.getKeyNode());
    if (!(entry.getKeyNode() instanceof ScalarNode key)) {
      document.add(keyLine, path, "yaml-key");
      return;
    }
    String childPath = child(key.getValue()).path();
    YamlValue value = new YamlValue(document, entry.getValueNode(), keyLine, childPath);
    if (values.putIfAbsent(key.getValue(), value) != null) {
      value.problem("yaml-twice", values.get(key.getValue()).line());
    }
  }

  private static Optional<Boolean> parseBool(String text) {
    return text.equals("true") || text.equals("false")
        ? Optional.of(Boolean.valueOf(text))
        : Optional.empty();
  }

  private static String plain(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
