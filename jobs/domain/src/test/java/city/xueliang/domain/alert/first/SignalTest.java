package city.xueliang.domain.alert.first;

import static city.xueliang.domain.alert.first.Signal.Kind.RAISED;
import static city.xueliang.domain.observation.TestingObservation.NOON;
import static city.xueliang.domain.observation.TestingObservation.reading;
import static city.xueliang.domain.rule.TestingRule.rule;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.rule.Colour;
import org.junit.jupiter.api.Test;

class SignalTest {
  private static final String GRID = "630105002001001";

  private final Signal signal =
      Signal.of(
          RAISED,
          rule().id("gas").above(25, 20).build(),
          GRID,
          reading().from("63010500001340000001").of(Measure.GAS_LEL_PERCENT, 31).build());

  @Test
  void tellsTheRuleAndTheReadingThatBroughtItAbout() {
    assertThat(signal)
        .isEqualTo(
            new Signal(
                RAISED,
                "gas",
                1,
                Colour.ORANGE,
                25,
                "63010500001340000001",
                GRID,
                Measure.GAS_LEL_PERCENT,
                31,
                NOON.toEpochMilli()));
  }

  @Test
  void theDistrictThatWorksItIsTheGrids() {
    assertThat(signal.district()).isEqualTo("630105");
  }

  @Test
  void ruleAndDeviceHaveOneAlertAtATime() {
    assertThat(signal.scope()).isEqualTo("gas@63010500001340000001");
  }
}
