package city.xueliang.domain.rule;

import city.xueliang.domain.config.YamlDocument;
import city.xueliang.domain.config.YamlMapping;
import city.xueliang.domain.config.YamlValue;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.rule.ThresholdRule.Direction;
import city.xueliang.domain.rule.ThresholdRule.Name;
import city.xueliang.domain.text.Problem;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads rules from YAML: a mapping with the one key {@code rules}, a list in which each rule has
 * {@code id}, {@code version}, {@code name} (with {@code zh} and {@code en}), {@code colour},
 * {@code type: threshold}, {@code measure}, {@code direction}, {@code limit}, {@code clearLimit}
 * and, if wanted, {@code dwell} and {@code places}.
 */
public final class RuleFile {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,63}");
  private static final Duration LONGEST_DWELL = Duration.ofHours(1);
  private static final double LEAST_OF_ALL =
      Arrays.stream(Measure.values()).mapToDouble(Measure::least).min().orElseThrow();
  private static final double GREATEST_OF_ALL =
      Arrays.stream(Measure.values()).mapToDouble(Measure::greatest).max().orElseThrow();

  private final Map<String, Integer> lineOfId = new HashMap<>();

  private RuleFile() {}

  /**
   * Reads a file.
   *
   * @throws InvalidRulesException with every problem, if there is any
   */
  public static List<ThresholdRule> read(Path file) throws IOException, InvalidRulesException {
    try {
      return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    } catch (CharacterCodingException e) {
      throw new InvalidRulesException(List.of(Problem.of(file.toString(), 0, "", "rule-encoding")));
    }
  }

  /** Reads rules from the text of a file with this name. */
  public static List<ThresholdRule> parse(String file, String text) throws InvalidRulesException {
    YamlDocument document = YamlDocument.parse(file, text);
    YamlMapping root = document.root().mapping();
    RuleFile reader = new RuleFile();
    List<ThresholdRule> rules = new ArrayList<>();
    root.required("rules").list().forEach(value -> reader.rule(value).ifPresent(rules::add));
    root.refuseOtherKeys();
    List<Problem> problems = document.problems();
    if (!problems.isEmpty()) {
      throw new InvalidRulesException(problems);
    }
    return List.copyOf(rules);
  }

  /** The rule, or nothing if a part without which there is none is missing or wrong. */
  private Optional<ThresholdRule> rule(YamlValue value) {
    YamlMapping keys = value.mapping();
    Optional<String> id = id(keys.required("id"));
    long version = keys.required("version").integer(1, Integer.MAX_VALUE).orElse(1);
    Name name = name(keys.required("name"));
    Optional<Colour> colour = keys.required("colour").choice(Colour.class);
    keys.required("type").choice(Type.class);
    Set<String> places = places(keys.optional("places"));
    Optional<Measure> measure =
        keys.required("measure")
            .choice(Arrays.stream(Measure.values()).filter(Measure::isValued).toList());
    Optional<Direction> direction = keys.required("direction").choice(Direction.class);
    OptionalDouble limit = withinRange(keys.required("limit"), measure);
    OptionalDouble clearLimit = withinRange(keys.required("clearLimit"), measure);
    Duration dwell =
        keys.optional("dwell").duration(Duration.ZERO, LONGEST_DWELL).orElse(Duration.ZERO);
    keys.refuseOtherKeys();
    if (direction.isPresent()
        && limit.isPresent()
        && clearLimit.isPresent()
        && direction.get().isPast(clearLimit.getAsDouble(), limit.getAsDouble())) {
      keys.optional("clearLimit")
          .problem(
              "rule-clear-limit",
              plain(clearLimit.getAsDouble()),
              direction.get(),
              plain(limit.getAsDouble()));
    }
    if (id.isEmpty()
        || colour.isEmpty()
        || measure.isEmpty()
        || direction.isEmpty()
        || limit.isEmpty()
        || clearLimit.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ThresholdRule(
            id.get(),
            (int) version,
            name,
            colour.get(),
            places,
            measure.get(),
            direction.get(),
            limit.getAsDouble(),
            clearLimit.getAsDouble(),
            dwell));
  }

  private Optional<String> id(YamlValue value) {
    Optional<String> id = value.string();
    id.filter(text -> !ID.matcher(text).matches())
        .ifPresent(text -> value.problem("rule-id", text));
    id.map(text -> lineOfId.putIfAbsent(text, value.line()))
        .ifPresent(line -> value.problem("rule-twice", id.get(), line));
    return id;
  }

  private static Name name(YamlValue value) {
    YamlMapping keys = value.mapping();
    Name name =
        new Name(keys.required("zh").string().orElse(""), keys.required("en").string().orElse(""));
    keys.refuseOtherKeys();
    return name;
  }

  private static Set<String> places(YamlValue value) {
    Set<String> places = new LinkedHashSet<>();
    for (YamlValue item : value.list()) {
      item.string()
          .ifPresent(
              code -> {
                if (Arrays.stream(Level.values())
                    .filter(level -> level != Level.ZONE)
                    .noneMatch(level -> PlaceCodes.isValid(code, level))) {
                  item.problem("rule-place", code);
                }
                places.add(code);
              });
    }
    return Set.copyOf(places);
  }

  /** A number that the measure allows; that any measure allows while it is not known which. */
  private static OptionalDouble withinRange(YamlValue value, Optional<Measure> measure) {
    return value.decimal(
        measure.map(Measure::least).orElse(LEAST_OF_ALL),
        measure.map(Measure::greatest).orElse(GREATEST_OF_ALL));
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** The types of rules that there are. */
  private enum Type {
    THRESHOLD
  }
}
