package city.xueliang.benchmark.day;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.rule.RuleFiles;
import city.xueliang.domain.rule.Rulebook;
import city.xueliang.feeds.simulate.SimulationOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DayITCase {
  private static final Instant MIDNIGHT_IN_XINING = Instant.parse("2026-11-15T16:00:00Z");
  private static final String GAS_RULE =
      """
      rules:
        - id: gas-second-stage
          name: {zh: 可燃气体二级报警, en: "Combustible gas, second stage"}
          colour: RED
          type: threshold
          measure: GAS_LEL_PERCENT
          direction: ABOVE
          limit: 50
          clearLimit: 40
          handling:
            groupBy: GRID
            holdOff: 10m
      """;

  @TempDir Path folder;

  @Test
  void eachLeakOfAnHourIsAlertedAtItsGrid() throws Exception {
    DayOptions options = new DayOptions(120, 1, 10, 1, MIDNIGHT_IN_XINING, 1);
    Rulebook rules =
        new RuleFiles(SimulationOptions.ZONE, "630100-ops-01").add("gas", GAS_RULE).read();

    List<Telling> told = new DayRun(options).run(folder, rules, 3);
    List<IncidentVerdict> leaks =
        new Evaluation(new CityMap(options.feed().city()), Truth.of(options), options.end())
            .judge(told).incidents().stream()
                .filter(verdict -> verdict.expected().ruleId().equals("gas-second-stage"))
                .filter(verdict -> verdict.outcome() != Outcome.CUT_OFF)
                .toList();

    assertThat(leaks)
        .isNotEmpty()
        .allSatisfy(leak -> assertThat(leak.outcome()).isEqualTo(Outcome.RIGHT));
  }

  @Test
  void withoutHandlingEachDeviceHasAnAlertOfItsOwn() throws Exception {
    DayOptions options = new DayOptions(120, 1, 10, 1, MIDNIGHT_IN_XINING, 1);
    Rulebook rules =
        new RuleFiles(SimulationOptions.ZONE, "630100-ops-01").add("gas", GAS_RULE).read();

    List<Telling> told = new DayRun(options).run(folder, PlainHandling.of(rules), 60);

    assertThat(told)
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.scope().deviceId()).isNotEmpty());
  }
}
