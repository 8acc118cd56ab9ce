package city.xueliang.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.rule.ThresholdRule.Direction;
import city.xueliang.domain.rule.ThresholdRule.Name;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFileTest {
  private static final String FULL =
      """
      rules:
        - id: gas-second-stage
          version: 3
          name: {zh: 可燃气体二级报警, en: "Combustible gas, second stage"}
          colour: red
          type: threshold
          measure: GAS_LEL_PERCENT
          direction: ABOVE
          limit: 50
          clearLimit: 40.5
          dwell: 1m30s
          places: [630105, 630106101]
        - id: battery
          version: 1
          name: {zh: 电池电量不足, en: Battery low}
          colour: BLUE
          type: threshold
          measure: battery-percent
          direction: below
          limit: 5
          clearLimit: 10
      """;

  @TempDir private Path folder;

  @Test
  void readsEverythingThatARuleSays() throws Exception {
    assertThat(RuleFile.parse("rules.yaml", FULL))
        .containsExactly(
            new ThresholdRule(
                "gas-second-stage",
                3,
                new Name("可燃气体二级报警", "Combustible gas, second stage"),
                Colour.RED,
                Set.of("630105", "630106101"),
                Measure.GAS_LEL_PERCENT,
                Direction.ABOVE,
                50,
                40.5,
                Duration.ofSeconds(90)),
            new ThresholdRule(
                "battery",
                1,
                new Name("电池电量不足", "Battery low"),
                Colour.BLUE,
                Set.of(),
                Measure.BATTERY_PERCENT,
                Direction.BELOW,
                5,
                10,
                Duration.ZERO));
  }

  @Test
  void readsAFileAsItIsSavedOnWindowsToo() throws Exception {
    Path file =
        Files.writeString(folder.resolve("rules.yaml"), "\uFEFF" + FULL.replace("\n", "\r\n"));

    assertThat(RuleFile.read(file)).isEqualTo(RuleFile.parse("rules.yaml", FULL));
  }

  @Test
  void aFileInAnotherEncodingIsNamed() throws IOException {
    Path file = Files.write(folder.resolve("rules.yaml"), FULL.getBytes(Charset.forName("GBK")));

    InvalidRulesException invalid =
        catchThrowableOfType(InvalidRulesException.class, () -> RuleFile.read(file));

    assertThat(invalid)
        .hasMessage(file + ": the file is not in UTF-8: save it as UTF-8 [rule-encoding]");
  }

  @Test
  void aFileMayHoldNoRules() throws Exception {
    assertThat(RuleFile.parse("rules.yaml", "rules: []\n")).isEmpty();
  }

  @Test
  void mistakesAreToldInTheLanguageAskedFor() {
    InvalidRulesException invalid = mistakes(FULL.replace("id: battery", "id: Battery"));

    assertThat(invalid.text(Locale.SIMPLIFIED_CHINESE))
        .isEqualTo(
            "rules.yaml:13: rules[1].id: 规则编号 Battery 不合规范：应以小写字母开头，由小写字母、数字和连字符组成，"
                + "最长 64 个字符 [rule-id]");
    assertThat(invalid.problems()).extracting("key").containsExactly("rule-id");
  }

  @Test
  void textThatIsNoYamlIsNamedWithItsLine() {
    assertThat(mistakes("rules:\n  - id: [gas\n    version: 1\n"))
        .hasMessageStartingWith("rules.yaml:3: is no YAML: ");
  }

  @Test
  void rulesUnderAnotherKeyAreNoRules() {
    assertThat(mistakes("rule: []\n").getMessage().lines())
        .containsExactly(
            "rules.yaml:1: rules: this key is missing [yaml-missing]",
            "rules.yaml:1: rule: unknown key; allowed here: rules [yaml-unknown-key]");
  }

  private static InvalidRulesException mistakes(String text) {
    return catchThrowableOfType(
        InvalidRulesException.class, () -> RuleFile.parse("rules.yaml", text));
  }
}
