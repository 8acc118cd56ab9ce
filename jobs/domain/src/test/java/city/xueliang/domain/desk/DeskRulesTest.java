package city.xueliang.domain.desk;

import static city.xueliang.domain.desk.TestingDesk.camera;
import static city.xueliang.domain.desk.TestingDesk.signal;
import static city.xueliang.domain.desk.TestingRules.rule;
import static city.xueliang.domain.desk.TestingRules.silentCameras;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.alert.AlertState;
import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.alert.Signal.Kind;
import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.rule.Extent;
import org.junit.jupiter.api.Test;

/** What becomes of alerts when rules come, change and go. */
class DeskRulesTest {
  private static final String GAS = "gas";

  @Test
  void theAlertsOfARemovedRuleAreCleared() {
    TestingDesk desk =
        TestingDesk.with(rule(GAS), rule("smoke"))
            .raised(GAS, camera("a"))
            .raised("smoke", camera("a"))
            .at(10);

    desk.without(GAS).rulesChanged();

    assertThat(desk.alertOf(GAS).state()).isEqualTo(AlertState.CLEARED);
    assertThat(desk.alertOf("smoke").state()).isEqualTo(AlertState.OPEN);
  }

  @Test
  void devicesThatWaitForARemovedRuleAreDropped() {
    TestingDesk desk =
        TestingDesk.with(silentCameras()).raised("silent-camera", camera("a")).at(10);

    desk.without("silent-camera").rulesChanged().at(4_000);

    assertThat(desk.published()).isEmpty();
    assertThat(desk.desk().isEmpty()).isTrue();
  }

  @Test
  void anOpenAlertStaysWhenItsRuleChanges() {
    TestingDesk desk = TestingDesk.with(rule(GAS)).raised(GAS, camera("a")).at(10);

    desk.rule(rule(GAS).version(2)).rulesChanged();
    assertThat(desk.published()).hasSize(1);

    Signal next = signal(Kind.REPEATED, GAS, camera("a"), 10);
    desk.take(
        new Signal(
            Kind.REPEATED, GAS, 2, Colour.ORANGE, next.subject(), next.why(), next.occurredAt()));
    assertThat(desk.last().ruleVersion()).isEqualTo(2);
    assertThat(desk.last().colour()).isEqualTo(Colour.ORANGE);
  }

  @Test
  void anotherGroupingDoesNotLoseTheEndOfAnOpenAlert() {
    TestingDesk desk = TestingDesk.with(rule(GAS)).raised(GAS, camera("a")).at(10);

    desk.rule(rule(GAS).version(2).groupBy(Extent.STREET)).rulesChanged();
    desk.cleared(GAS, camera("a"));

    assertThat(desk.alertOf(GAS).state()).isEqualTo(AlertState.CLEARED);
  }

  @Test
  void aSignalWaitsForItsRule() {
    TestingDesk desk = TestingDesk.with().raised(GAS, camera("a")).at(59).restored();
    assertThat(desk.published()).isEmpty();

    desk.rule(rule(GAS)).rulesChanged();

    assertThat(desk.last().state()).isEqualTo(AlertState.OPEN);
  }

  @Test
  void aSignalDoesNotWaitForItsRuleForEver() {
    TestingDesk desk = TestingDesk.with().raised(GAS, camera("a")).at(60);
    assertThat(desk.desk().isEmpty()).isTrue();

    desk.rule(rule(GAS)).rulesChanged();

    assertThat(desk.published()).isEmpty();
  }

  @Test
  void aRulebookIsTheSameInWhateverOrderItWasMade() {
    assertThat(
            RulesInForce.builder().rule(rule("b").build()).rule(rule("a").build()).build().rules())
        .containsExactly(rule("a").build(), rule("b").build());
    assertThat(RulesInForce.EMPTY.rules()).isEmpty();
  }
}
