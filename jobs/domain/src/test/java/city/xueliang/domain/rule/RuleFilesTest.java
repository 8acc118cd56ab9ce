package city.xueliang.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.rule.Condition.Absence;
import city.xueliang.domain.rule.Condition.Burst;
import city.xueliang.domain.rule.Condition.Rate;
import city.xueliang.domain.rule.Condition.Together;
import city.xueliang.domain.rule.Condition.Unusual;
import city.xueliang.domain.rule.Handling.Collapse;
import city.xueliang.domain.rule.Handling.Inhibition;
import city.xueliang.domain.text.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuleFilesTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  /** Terms of a rule that are right but for one place, and what is said of it: path and key. */
  private static final List<List<String>> MISTAKES =
      List.of(
          List.of(
              "type: threshold; measure: FLAME; direction: ABOVE; limit: 1; clearLimit: 0",
              "measure yaml-choice"),
          List.of(
              "type: threshold; measure: NOISE_DBA; direction: ABOVE; limit: 201; clearLimit: 0",
              "limit yaml-decimal"),
          List.of(
              "type: threshold; measure: NOISE_DBA; direction: UP; limit: 201; clearLimit: 0",
              "direction yaml-choice, limit yaml-decimal"),
          List.of(
              "type: threshold; measure: NOISE_DBA; direction: BELOW; limit: 50; clearLimit: 50",
              "clearLimit rule-clear-limit"),
          List.of(
              "type: threshold; measure: NOISE_DBA; direction: BELOW; limit: 5; clearLimit: 6;"
                  + " dwell: 25h",
              "dwell yaml-duration"),
          List.of(
              "type: rate; measure: NOISE_DBA; direction: ABOVE; limit: 10; clearLimit: 10; span: 1m",
              "clearLimit rule-clear-less"),
          List.of(
              "type: rate; measure: NOISE_DBA; direction: ABOVE; limit: 0; span: 7h",
              "limit rule-change-zero, span yaml-duration"),
          List.of("type: absence; kind: FROZEN; devices: [CAMERA]", "devices rule-frozen-camera"),
          List.of("type: absence; kind: SILENT; devices: []", "devices entry-missing"),
          List.of("type: absence; kind: LOST", "kind yaml-choice"),
          List.of("type: burst; sign: CROWD_COUNT; span: 1m", "sign.atLeast rule-sign-needs-value"),
          List.of(
              "type: burst; sign: {measure: SMOKE, atLeast: 1}; span: 1m",
              "sign.atLeast rule-sign-has-no-value"),
          List.of(
              "type: burst; sign: {measure: NOISE_DBA, atLeast: 1000}; span: 1m",
              "sign.atLeast yaml-decimal"),
          List.of(
              "type: burst; sign: FOG; span: 1m; count: 0", "sign yaml-choice, count yaml-integer"),
          List.of(
              "type: burst; sign: SMOKE; span: 0s; per: ROOM",
              "span yaml-duration, per yaml-choice"),
          List.of("type: together; signs: [SMOKE, SMOKE]; span: 1m", "signs[1] rule-sign-twice"),
          List.of(
              "type: together; signs: [SMOKE]; measures: 2; span: 1m; devices: 1",
              "measures rule-measures, devices yaml-integer"),
          List.of("type: together; signs: []; span: 1m", "signs entry-range"),
          List.of(
              "type: sequence; first: SMOKE; then: SMOKE; per: GRID; within: 1m",
              "then rule-sequence-same"),
          List.of(
              "type: sequence; first: SMOKE; then: {measure: NOISE_DBA, atLeast: 1}; per: DEVICE;"
                  + " within: 1m",
              "per rule-sequence-device"),
          List.of("type: sequence; first: SMOKE; per: GRID; within: 1m", "then yaml-missing"),
          List.of(
              "type: unusual; measure: CROWD_COUNT; statistic: VALUE; per: GRID",
              "statistic rule-statistic-per"),
          List.of(
              "type: unusual; measure: SMOKE; statistic: SUM; per: GRID",
              "statistic rule-statistic-count"),
          List.of("type: unusual; measure: CROWD_COUNT; per: GRID; score: 1", "score yaml-decimal"),
          List.of("type: spread; sign: SMOKE; grids: 1; span: 1m", "grids yaml-integer"),
          List.of(
              "type: coverage; level: STREET; darkPercent: 10; clearPercent: 20",
              "clearPercent rule-clear-less"),
          List.of(
              "type: coverage; level: BLOCK; darkPercent: 0",
              "level yaml-choice, darkPercent yaml-decimal"),
          List.of(
              "type: burst; sign: SMOKE; per: STREET; span: 1m; handling: {groupBy: GRID}",
              "handling.groupBy rule-group-finer"),
          List.of(
              "type: burst; sign: SMOKE; span: 1m; handling: {holdOff: 2d}",
              "handling.holdOff yaml-duration"),
          List.of(
              "type: burst; sign: SMOKE; span: 1m; handling: {collapse: {}}",
              "handling.collapse rule-collapse-absence"),
          List.of(
              "type: absence; kind: SILENT; handling: {groupBy: GRID, collapse: {percent: 0}}",
              "handling.groupBy rule-collapse-group, handling.collapse.percent yaml-decimal"),
          List.of(
              "type: absence; kind: SILENT; handling: {collapse: {causes: []}}",
              "handling.collapse.causes entry-missing"),
          List.of(
              "type: burst; sign: SMOKE; span: 1m; handling: {inhibits: [{rule: tested}]}",
              "handling.inhibits[0].rule rule-inhibits-itself"),
          List.of(
              "type: burst; sign: SMOKE; span: 1m; handling: {inhibits: [{rule: a}, {rule: a}]}",
              "handling.inhibits[1].rule rule-inhibits-twice"),
          List.of(
              "type: burst; sign: SMOKE; span: 1m; handling: {inhibits: [{rule: none}]}",
              "handling.inhibits[0].rule rule-unknown"),
          List.of(
              "type: burst; sign: SMOKE; per: GRID; span: 1m;"
                  + " handling: {inhibits: [{rule: a, equal: DEVICE}]}",
              "handling.inhibits[0].equal rule-equal-finer"),
          List.of(
              "type: burst; sign: SMOKE; span: 1m; places: [63010, '6 3']",
              "places[0] entry-place, places[1] entry-place"),
          List.of("type: burst; sign: SMOKE; span: 1m; colour: PINK", "colour yaml-twice"),
          List.of("type: flood; sign: SMOKE", "type yaml-choice"),
          List.of("type: burst; sign: SMOKE; span: 1m; version: 3", "version yaml-unknown-key"));

  @TempDir private Path folder;

  static List<List<String>> mistakes() {
    return MISTAKES;
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsToldWhereItStands(List<String> mistake) {
    String text =
        """
        rules:
          - {id: a, name: {zh: 甲, en: A}, colour: BLUE, type: burst, sign: FLAME, span: 1m}
          - id: tested
            name: {zh: 乙, en: B}
            colour: RED
            %s
        """
            .formatted(mistake.get(0).replace("; ", "\n    "));

    assertThat(problems(text))
        .extracting(problem -> problem.field().replace("rules[1].", "") + " " + problem.key())
        .containsExactlyInAnyOrder(mistake.get(1).split(", ", -1));
    assertThat(problems(text)).allSatisfy(problem -> assertThat(problem.line()).isBetween(3, 16));
  }

  @Test
  void allMistakesOfAFileAreToldAtOnceInTheOrderOfTheirLines() {
    String text =
        """
        rules:
          - id: Gas
            name: {zh: 燃气}
            type: threshold
            limit: 700
            clearLimit: 20
          - name: a
            type: burst
        silences:
          - id: works
            from: tomorrow
            to: 2026-11-22T08:00
        """;

    assertThat(invalid(text).text(Locale.ENGLISH).lines())
        .containsExactly(
            "rules.yaml:2: rules[0].colour: this key is missing [yaml-missing]",
            "rules.yaml:2: rules[0].measure: this key is missing [yaml-missing]",
            "rules.yaml:2: rules[0].direction: this key is missing [yaml-missing]",
            "rules.yaml:2: rules[0].id: Gas is no id: it starts with a lower-case letter and has up"
                + " to 64 lower-case letters, digits and hyphens [entry-id]",
            "rules.yaml:3: rules[0].name.en: this key is missing [yaml-missing]",
            "rules.yaml:7: rules[1].id: this key is missing [yaml-missing]",
            "rules.yaml:7: rules[1].name: must be lines of \"key: value\" [yaml-mapping]",
            "rules.yaml:7: rules[1].colour: this key is missing [yaml-missing]",
            "rules.yaml:7: rules[1].sign: this key is missing [yaml-missing]",
            "rules.yaml:7: rules[1].span: this key is missing [yaml-missing]",
            "rules.yaml:10: silences[0].places: a silence names places or rules: not everything in"
                + " the whole city can be silenced [silence-everything]",
            "rules.yaml:11: silences[0].from: tomorrow is no time: write 2026-11-22T08:00 (in the"
                + " city's zone) or 2026-11-22T08:00+08:00 [silence-time]");
  }

  @Test
  void aProblemIsToldInChinese() {
    assertThat(invalid("rules: [{type: burst}]").text(Locale.SIMPLIFIED_CHINESE))
        .contains("rules[0].id: ");
  }

  @Test
  void simpleRulesStaySimple() throws Exception {
    Rulebook book =
        read(
            """
            rules:
              - {id: a, name: {zh: 甲, en: A}, colour: BLUE, type: burst, sign: SMOKE, span: 1m}
              - id: b
                name: {zh: 乙, en: B}
                colour: RED
                type: rate
                measure: WATER_DEPTH_MM
                direction: ABOVE
                limit: 100
                span: 10m
              - {id: c, name: {zh: 丙, en: C}, colour: BLUE, type: absence, kind: FROZEN}
              - id: d
                name: {zh: 丁, en: D}
                colour: BLUE
                type: unusual
                measure: NOISE_DBA
                per: DEVICE
              - {id: e, name: {zh: 戊, en: E}, colour: RED, type: together, signs: [SMOKE], span: 1m}
            """);

    Rule first = book.rules().get("a");
    assertThat(first.condition())
        .isEqualTo(new Burst(Sign.of(Measure.SMOKE), Extent.DEVICE, 1, Duration.ofMinutes(1)));
    assertThat(first.places()).isEmpty();
    assertThat(first.handling())
        .isEqualTo(new Handling(Extent.DEVICE, Duration.ofMinutes(5), List.of(), null));
    assertThat(((Rate) book.rules().get("b").condition()).clearLimit()).isEqualTo(50);
    assertThat(((Absence) book.rules().get("c").condition()).devices())
        .containsExactly(ModelClass.SENSOR);
    assertThat(((Unusual) book.rules().get("d").condition()).statistic())
        .isEqualTo(Unusual.Statistic.VALUE);
    assertThat(((Together) book.rules().get("e").condition()).devices()).isEqualTo(2);
    assertThat(book.rules().get("e").handling().groupBy()).isEqualTo(Extent.GRID);
  }

  @Test
  void handlingIsReadInFull() throws Exception {
    Rulebook book =
        read(
            """
            rules:
              - {id: a, name: {zh: 甲, en: A}, colour: BLUE, type: burst, sign: FLAME, span: 1m}
              - id: b
                name: {zh: 乙, en: B}
                colour: RED
                type: absence
                kind: SILENT
                handling:
                  holdOff: 30m
                  inhibits: [{rule: a, equal: STREET}]
                  collapse: {least: 7}
            """);

    assertThat(book.rules().get("b").handling())
        .isEqualTo(
            new Handling(
                Extent.DEVICE,
                Duration.ofMinutes(30),
                List.of(new Inhibition("a", Extent.STREET)),
                new Collapse(7, 50, Duration.ofSeconds(30), EnumSet.allOf(Handling.Cause.class))));
  }

  @Test
  void rulesThatHoldBackEachOtherInACircleAreRefusedWithTheWay() {
    String text =
        """
        rules:
          - {id: a, name: {zh: 甲, en: A}, colour: RED, type: burst, sign: FLAME, span: 1m,
             handling: {inhibits: [{rule: b}]}}
          - {id: b, name: {zh: 乙, en: B}, colour: RED, type: burst, sign: FLAME, span: 1m,
             handling: {inhibits: [{rule: c}]}}
          - {id: c, name: {zh: 丙, en: C}, colour: RED, type: burst, sign: FLAME, span: 1m,
             handling: {inhibits: [{rule: a}]}}
        """;

    assertThat(invalid(text).getMessage())
        .contains("rules hold back each other in a circle: a → b → c → a [rule-circle]");
  }

  @Test
  void anIdStandsOnceInAllFiles() {
    String rule =
        "rules:\n- {id: a, name: {zh: 甲, en: A}, colour: RED, type: burst, sign: FLAME, span: 1m}";

    assertThat(
            catchThrowableOfType(
                InvalidRulesException.class,
                () -> files().add("one.yaml", rule).add("two.yaml", rule).read()))
        .hasMessage(
            "two.yaml:2: rules[0].id: the id a stands already in one.yaml, line 2 [entry-twice]");
  }

  @ParameterizedTest
  @CsvSource({
    "'from: 2026-11-22T08:00, to: 2026-11-22T08:00', to silence-order",
    "'from: 2026-11-22T08:00, to: 2026-12-25T08:00', to entry-range",
    "'from: 2026-11-22, to: 2026-11-23T08:00', from silence-time",
    "'from: 2026-11-22T08:00', to yaml-missing",
    "'from: 2026-11-22T08:00, to: 2026-11-22T09:00, rules: [x]', rules[0] rule-unknown",
    "'from: 2026-11-22T08:00, to: 2026-11-22T09:00, rules: [X]', rules[0] entry-id",
    "'from: 2026-11-22T08:00, to: 2026-11-22T09:00, seat: me', seat yaml-unknown-key"
  })
  void aSilenceThatMakesNoSenseIsRefused(String keys, String problem) {
    String text = "silences: [{id: works, places: [630105], " + keys + "}]";

    assertThat(problems(text))
        .extracting(found -> found.field().replace("silences[0].", "") + " " + found.key())
        .containsExactly(problem);
  }

  @Test
  void timesAreThoseOfTheCityUnlessTheyHaveAnOffset() throws Exception {
    Silence silence =
        read("silences: [{id: works, places: [630105], kind: MAINTENANCE,"
                + " from: 2026-11-22T08:00, to: 2026-11-22T08:00:30Z}]")
            .silences()
            .get("works");

    assertThat(silence.kind()).isEqualTo(Silence.Kind.MAINTENANCE);
    assertThat(Instant.ofEpochMilli(silence.from())).isEqualTo("2026-11-22T00:00:00Z");
    assertThat(Instant.ofEpochMilli(silence.to())).isEqualTo("2026-11-22T08:00:30Z");
    assertThat(silence.seat()).isEqualTo("630100-ops-01");
  }

  @ParameterizedTest
  @CsvSource({
    "'acknowledge: 5m, arrive: 3m, reinforce: 6m', terms[0].arrive policy-order",
    "'acknowledge: 1m, arrive: 3m, reinforce: 2m', terms[0].reinforce policy-order",
    "'acknowledge: 1m, arrive: 3m, reinforce: 40d', terms[0].reinforce yaml-duration",
    "'acknowledge: 1m, arrive: 3m', terms[0].reinforce yaml-missing"
  })
  void aPolicyThatMakesNoSenseIsRefused(String terms, String problem) {
    String text =
        "policies: [{id: p, name: {zh: 甲, en: A}, terms: [{colour: RED, " + terms + "}]}]";

    assertThat(problems(text))
        .extracting(found -> found.field().replace("policies[0].", "") + " " + found.key())
        .containsExactly(problem);
  }

  @Test
  void placesHaveOnePolicyAndThereIsOneDefault() {
    String terms =
        "name: {zh: 甲, en: A}, terms: [{colour: RED, acknowledge: 1m, arrive: 3m,"
            + " reinforce: 5m}]}";

    assertThat(
            problems(
                "policies:\n- {id: a, "
                    + terms
                    + "\n- {id: b, "
                    + terms
                    + "\n- {id: c, places: [belt], "
                    + terms
                    + "\n- {id: d, places: [belt], "
                    + terms))
        .extracting(found -> found.field() + " " + found.key())
        .containsExactly(
            "policies[1].places policy-default-twice", "policies[3].places[0] policy-place-twice");
  }

  @Test
  void aColourHasItsDeadlinesOnce() {
    String terms = "{colour: RED, acknowledge: 1m, arrive: 3m, reinforce: 5m}";

    assertThat(
            problems(
                "policies: [{id: a, name: {zh: 甲, en: A}, terms: [" + terms + ", " + terms + "]}]"))
        .extracting(Problem::key)
        .containsExactly("policy-colour-twice");
  }

  @Test
  void aSeatThatIsNoneIsRefused() {
    assertThat(
            catchThrowableOfType(
                InvalidRulesException.class,
                () ->
                    new RuleFiles(SHANGHAI, "Zhang San")
                        .add(
                            "s.yaml",
                            "silences: [{id: w, places: [630105],"
                                + " from: 2026-11-22T08:00, to: 2026-11-22T09:00}]")
                        .read()))
        .hasMessageContaining("[entry-seat]");
  }

  @Test
  void whatIsInForceCountsBesideTheFiles() throws Exception {
    String first =
        "rules:\n- {id: a, name: {zh: 甲, en: A}, colour: RED, type: burst, sign: FLAME, span: 1m}";
    String second =
        "rules:\n- {id: b, name: {zh: 甲, en: A}, colour: RED, type: burst, sign: SMOKE, span: 1m,"
            + " handling: {inhibits: [{rule: a}]}}";

    assertThat(problems(second)).extracting(Problem::key).containsExactly("rule-unknown");
    assertThat(files().add("b.yaml", second).onTopOf(read(first)).rules()).containsOnlyKeys("b");
  }

  @Test
  void aFileWithoutAnyOfTheListsIsRefused() {
    assertThat(problems("limits: 3"))
        .extracting(Problem::key)
        .containsExactlyInAnyOrder("rules-nothing", "yaml-unknown-key");
  }

  @Test
  void aFileInAnotherEncodingIsRefused() throws Exception {
    Path file = Files.write(folder.resolve("gb.yaml"), new byte[] {(byte) 0xFF, (byte) 0xFE});

    assertThat(catchThrowableOfType(InvalidRulesException.class, () -> files().add(file).read()))
        .hasMessageContaining("[rule-encoding]");
  }

  private static RuleFiles files() {
    return new RuleFiles(SHANGHAI, "630100-ops-01");
  }

  private static Rulebook read(String text) throws InvalidRulesException {
    return files().add("rules.yaml", text).read();
  }

  private static InvalidRulesException invalid(String text) {
    return catchThrowableOfType(InvalidRulesException.class, () -> read(text));
  }

  private static List<Problem> problems(String text) {
    return invalid(text).problems();
  }
}
