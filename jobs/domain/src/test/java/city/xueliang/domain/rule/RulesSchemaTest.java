package city.xueliang.domain.rule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.xueliang.domain.config.YamlDocument;
import city.xueliang.domain.config.YamlValue;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.rule.Condition.Absence;
import city.xueliang.domain.rule.Condition.Unusual;
import city.xueliang.domain.rule.Handling.Cause;
import city.xueliang.domain.rule.RuleRanges.Numbers;
import city.xueliang.domain.text.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The published schema says what the reader does. JSON is YAML, so the module's reader reads it.
 */
class RulesSchemaTest {
  private static final String UNKNOWN = "no-such-key: 1";

  private final YamlValue schema = schema();

  @Test
  void everyTypeIsInIt() {
    assertThat(texts("$defs.rule.properties.type.enum"))
        .containsExactlyElementsOf(
            Stream.of(RuleType.values())
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .toList());
  }

  @ParameterizedTest
  @EnumSource(RuleType.class)
  void theKeysOfATypeAreThoseOfTheReader(RuleType type) {
    String name = type.name().toLowerCase(Locale.ROOT);
    Set<String> keys = new TreeSet<>(keys("$defs.rule.properties"));
    keys.addAll(keys("$defs." + name + ".properties"));

    assertThat(keys).isEqualTo(known("rules:\n  - type: " + name + "\n    " + UNKNOWN));
  }

  @ParameterizedTest
  @EnumSource(RuleType.class)
  void whatATypeMustHaveIsWhatTheReaderMisses(RuleType type) {
    String name = type.name().toLowerCase(Locale.ROOT);
    Set<String> required = new TreeSet<>(texts("$defs.rule.required"));
    required.addAll(texts("$defs." + name + ".required"));
    required.remove("type");

    assertThat(missing("rules:\n  - type: " + name)).isEqualTo(required);
  }

  @Test
  void theKeysOfThePartsAreThoseOfTheReader() {
    assertThat(keys("properties")).isEqualTo(known(UNKNOWN + "\nrules: []"));
    assertThat(keys("$defs.handling.properties")).isEqualTo(ofHandling("{" + UNKNOWN + "}"));
    assertThat(keys("$defs.handling.properties.collapse.properties"))
        .isEqualTo(ofHandling("{collapse: {" + UNKNOWN + "}}"));
    assertThat(keys("$defs.handling.properties.inhibits.items.properties"))
        .isEqualTo(ofHandling("{inhibits: [{" + UNKNOWN + "}]}"));
    assertThat(keys("$defs.sign.else.properties"))
        .isEqualTo(known("rules:\n  - type: burst\n    sign: {" + UNKNOWN + "}"));
    assertThat(keys("$defs.name.properties"))
        .isEqualTo(known("rules:\n  - type: burst\n    name: {" + UNKNOWN + "}"));
  }

  @Test
  void policiesAndSilencesAreThoseOfTheReader() {
    assertThat(keys("$defs.policy.properties")).isEqualTo(known("policies: [{" + UNKNOWN + "}]"));
    assertThat(keys("$defs.policy.properties.terms.items.properties"))
        .isEqualTo(known("policies: [{terms: [{" + UNKNOWN + "}]}]"));
    assertThat(keys("$defs.silence.properties")).isEqualTo(known("silences: [{" + UNKNOWN + "}]"));
    assertThat(missing("policies: [{}]")).isEqualTo(new TreeSet<>(texts("$defs.policy.required")));
    assertThat(missing("policies: [{terms: [{}]}]"))
        .containsAll(texts("$defs.policy.properties.terms.items.required"));
    assertThat(missing("silences: [{}]")).isEqualTo(new TreeSet<>(texts("$defs.silence.required")));
  }

  @Test
  void measuresAreThoseOfTheProduct() {
    assertThat(texts("$defs.measure.enum")).isEqualTo(names(Measure.values()));
    assertThat(texts("$defs.valuedMeasure.enum"))
        .isEqualTo(names(measures(true).toArray(Measure[]::new)));
    assertThat(texts("$defs.plainMeasure.enum"))
        .isEqualTo(names(measures(false).toArray(Measure[]::new)));
  }

  @Test
  void choicesAreThoseOfTheReader() {
    assertThat(texts("$defs.colour.enum")).isEqualTo(names(Colour.values()));
    assertThat(texts("$defs.extent.enum")).isEqualTo(names(Extent.values()));
    assertThat(texts("$defs.threshold.properties.direction.enum"))
        .isEqualTo(names(Direction.values()));
    assertThat(texts("$defs.rate.properties.direction.enum")).isEqualTo(names(Direction.values()));
    assertThat(texts("$defs.absence.properties.kind.enum")).isEqualTo(names(Absence.Kind.values()));
    assertThat(texts("$defs.absence.properties.devices.items.enum"))
        .isEqualTo(names(ModelClass.values()));
    assertThat(texts("$defs.unusual.properties.statistic.enum"))
        .isEqualTo(names(Unusual.Statistic.values()));
    assertThat(texts("$defs.unusual.properties.side.enum")).isEqualTo(names(Unusual.Side.values()));
    assertThat(texts("$defs.coverage.properties.level.enum")).isEqualTo(names(Level.values()));
    assertThat(texts("$defs.handling.properties.collapse.properties.causes.items.enum"))
        .isEqualTo(names(Cause.values()));
    assertThat(texts("$defs.silence.properties.kind.enum")).isEqualTo(names(Silence.Kind.values()));
    assertThat(texts("$defs.policy.properties.terms.items.properties.start.enum"))
        .isEqualTo(names(CommandLevel.values()));
  }

  @Test
  void rangesOfNumbersAreThoseOfTheReader() {
    Map.of(
            "burst.properties.count", RuleRanges.BURST_COUNT,
            "together.properties.devices", RuleRanges.TOGETHER_DEVICES,
            "together.properties.measures", RuleRanges.TOGETHER_MEASURES,
            "unusual.properties.score", RuleRanges.UNUSUAL_SCORE,
            "spread.properties.grids", RuleRanges.SPREAD_GRIDS,
            "coverage.properties.darkPercent", RuleRanges.COVERAGE_DARK_PERCENT,
            "coverage.properties.clearPercent", RuleRanges.COVERAGE_CLEAR_PERCENT,
            "coverage.properties.leastDevices", RuleRanges.COVERAGE_LEAST_DEVICES,
            "handling.properties.collapse.properties.least", RuleRanges.COLLAPSE_LEAST,
            "handling.properties.collapse.properties.percent", RuleRanges.COLLAPSE_PERCENT)
        .forEach((path, range) -> assertThat(range("$defs." + path)).as(path).isEqualTo(range));
  }

  @ParameterizedTest
  @MethodSource("valuedMeasures")
  void limitsOfAMeasureAreThoseOfTheReader(Measure measure) {
    int place = measures(true).indexOf(measure);
    String then = ".allOf[" + place + "].then.properties.";

    assertThat(text("$defs.threshold.allOf[" + place + "].if.properties.measure.const"))
        .isEqualTo(measure.name());
    assertThat(range("$defs.threshold" + then + "limit")).isEqualTo(RuleRanges.values(measure));
    assertThat(range("$defs.threshold" + then + "clearLimit"))
        .isEqualTo(RuleRanges.values(measure));
    assertThat(range("$defs.rate" + then + "limit")).isEqualTo(RuleRanges.changes(measure));
    assertThat(range("$defs.sign.else.allOf[" + (place + 1) + "].then.properties.atLeast"))
        .isEqualTo(RuleRanges.values(measure));
  }

  static List<Measure> valuedMeasures() {
    return measures(true);
  }

  private static List<Measure> measures(boolean valued) {
    return Arrays.stream(Measure.values()).filter(m -> m.isValued() == valued).toList();
  }

  private Set<String> ofHandling(String handling) {
    return known("rules:\n  - type: burst\n    handling: " + handling);
  }

  /** The keys that the reader names when it meets an unknown one. */
  private static Set<String> known(String text) {
    return problems(text).stream()
        .filter(problem -> problem.key().equals("yaml-unknown-key"))
        .flatMap(problem -> Stream.of(problem.arguments().get(0).toString().split(", ", -1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> missing(String text) {
    return problems(text).stream()
        .filter(problem -> problem.key().equals("yaml-missing"))
        .map(problem -> problem.field().substring(problem.field().lastIndexOf('.') + 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Problem> problems(String text) {
    return catchThrowableOfType(
            InvalidRulesException.class,
            () -> new RuleFiles(ZoneOffset.UTC, "630100-ops-01").add("rules.yaml", text).read())
        .problems();
  }

  private Set<String> keys(String path) {
    Object found = schema.at(path).plain();
    assertThat(found).as(path).isInstanceOf(Map.class);
    return ((Map<?, ?>) found)
        .keySet().stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
  }

  private List<String> texts(String path) {
    return schema.at(path).list().stream().map(item -> item.string().orElseThrow()).toList();
  }

  private String text(String path) {
    return schema.at(path).string().orElseThrow();
  }

  private Numbers range(String path) {
    return new Numbers(number(path + ".minimum"), number(path + ".maximum"));
  }

  private double number(String path) {
    return new BigDecimal(text(path)).doubleValue();
  }

  private static List<String> names(Enum<?>... values) {
    return Stream.of(values).map(Enum::name).toList();
  }

  private static YamlValue schema() {
    try (InputStream json = RuleFiles.schema()) {
      return YamlDocument.parse("rules.schema.json", new String(json.readAllBytes(), UTF_8)).root();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
