package city.xueliang.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class RuleMistakesTest {
  private static final String RIGHT =
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

  @Test
  void tellsEveryMistakeOfAFileAtOnceInTheOrderOfTheLines() {
    String broken =
        """
        rules:
          - id: Gas_1
            version: 0
            name: {zh: 燃气}
            colour: purple
            type: absence
            measure: FLAME
            direction: UP
            limit: high
            clearLimit: 20
            dwell: 5 minutes
            severity: 1
          - id: gas-2
            version: 1
            name: {zh: 燃气, en: Gas, fr: Gaz}
            colour: RED
            type: threshold
            measure: GAS_LEL_PERCENT
            direction: ABOVE
            limit: 101
            clearLimit: 20
            dwell: 2h
            places: [63010, xiaoqiao, 630105]
          - id: gas-2
        """;

    assertThat(mistakes(broken).getMessage().lines())
        .containsExactly(
            "rules.yaml:2: rules[0].id: Gas_1 is no rule id: it starts with a lower-case letter and"
                + " has up to 64 lower-case letters, digits and hyphens [rule-id]",
            "rules.yaml:3: rules[0].version: must be a whole number from 1 to 2147483647"
                + " [yaml-integer]",
            "rules.yaml:4: rules[0].name.en: this key is missing [yaml-missing]",
            "rules.yaml:5: rules[0].colour: must be one of RED, ORANGE, YELLOW, BLUE [yaml-choice]",
            "rules.yaml:6: rules[0].type: must be one of THRESHOLD [yaml-choice]",
            "rules.yaml:7: rules[0].measure: must be one of CROWD_COUNT, VEHICLE_COUNT,"
                + " GAS_LEL_PERCENT, CARBON_MONOXIDE_PPM, SMOKE_OBSCURATION_PERCENT_PER_M,"
                + " TEMPERATURE_CELSIUS, WATER_DEPTH_MM, WATER_PRESSURE_KPA, RESIDUAL_CURRENT_MA,"
                + " PM2_5_UG_M3, NOISE_DBA, OCCUPANCY_PERCENT, SPEED_KPH, TILT_DEGREE, DOOR_OPEN,"
                + " BATTERY_PERCENT [yaml-choice]",
            "rules.yaml:8: rules[0].direction: must be one of ABOVE, BELOW [yaml-choice]",
            "rules.yaml:9: rules[0].limit: must be a number from -180 to 1000000 [yaml-decimal]",
            "rules.yaml:11: rules[0].dwell: must be a span of time from 0s to 1h, written like 30s,"
                + " 5m, 1h30m or 2d [yaml-duration]",
            "rules.yaml:12: rules[0].severity: unknown key; allowed here: id, version, name, colour,"
                + " type, places, measure, direction, limit, clearLimit, dwell [yaml-unknown-key]",
            "rules.yaml:15: rules[1].name.fr: unknown key; allowed here: zh, en [yaml-unknown-key]",
            "rules.yaml:20: rules[1].limit: must be a number from 0 to 100 [yaml-decimal]",
            "rules.yaml:22: rules[1].dwell: must be a span of time from 0s to 1h, written like 30s,"
                + " 5m, 1h30m or 2d [yaml-duration]",
            "rules.yaml:23: rules[1].places[0]: 63010 is no place code: 6 digits (city, district), 9"
                + " (street), 12 (community) or 15 (grid) are allowed [rule-place]",
            "rules.yaml:23: rules[1].places[1]: xiaoqiao is no place code: 6 digits (city,"
                + " district), 9 (street), 12 (community) or 15 (grid) are allowed [rule-place]",
            "rules.yaml:24: rules[2].id: rule id gas-2 stands in line 13 already [rule-twice]",
            "rules.yaml:24: rules[2].version: this key is missing [yaml-missing]",
            "rules.yaml:24: rules[2].name: this key is missing [yaml-missing]",
            "rules.yaml:24: rules[2].colour: this key is missing [yaml-missing]",
            "rules.yaml:24: rules[2].type: this key is missing [yaml-missing]",
            "rules.yaml:24: rules[2].measure: this key is missing [yaml-missing]",
            "rules.yaml:24: rules[2].direction: this key is missing [yaml-missing]",
            "rules.yaml:24: rules[2].limit: this key is missing [yaml-missing]",
            "rules.yaml:24: rules[2].clearLimit: this key is missing [yaml-missing]");
  }

  @Test
  void aClearLimitAtOrPastTheLimitIsRefusedInEitherDirection() {
    assertThat(mistakes(RIGHT.replace("40.5", "50"))).hasMessageContaining("rules.yaml:10:");
    assertThat(mistakes(RIGHT.replace("40.5", "60.25").replace("colour: red", "colour: pink")))
        .hasMessageContaining(
            "rules.yaml:10: rules[0].clearLimit: the clear limit 60.25 is itself past the limit"
                + " (ABOVE 50): it must be less for ABOVE, greater for BELOW [rule-clear-limit]");
    assertThat(mistakes(RIGHT.replace("clearLimit: 10", "clearLimit: 4")))
        .hasMessage(
            "rules.yaml:21: rules[1].clearLimit: the clear limit 4 is itself past the limit (BELOW"
                + " 5): it must be less for ABOVE, greater for BELOW [rule-clear-limit]");
  }

  @Test
  void aListOfPlacesThatWasForgottenIsNotTheWholeCity() {
    assertThat(mistakes(RIGHT.replace("[630105, 630106101]", "")))
        .hasMessageStartingWith("rules.yaml:12: rules[0].places: must be a list");
  }

  private static InvalidRulesException mistakes(String text) {
    return catchThrowableOfType(
        InvalidRulesException.class, () -> RuleFile.parse("rules.yaml", text));
  }
}
