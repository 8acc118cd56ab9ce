package city.xueliang.domain.desk;

import static city.xueliang.domain.desk.TestingDesk.NOON;
import static city.xueliang.domain.desk.TestingDesk.camera;
import static city.xueliang.domain.desk.TestingDesk.silence;
import static city.xueliang.domain.desk.TestingRules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.alert.Action;
import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.alert.AlertState;
import city.xueliang.domain.alert.Response;
import city.xueliang.domain.rule.CommandLevel;
import city.xueliang.domain.rule.Extent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What comes back soon is the same alert again. */
class RelapsesTest {
  private static final String GAS = "gas";

  @Test
  void aRelapseWithinTheHoldOffReopensTheAlert() {
    TestingDesk desk = TestingDesk.with(rule(GAS)).raised(GAS, camera("a"));
    desk.at(70);
    desk.act(Action.Kind.ON_SITE);
    desk.at(100).cleared(GAS, camera("a")).at(399).raised(GAS, camera("a"));

    Alert alert = desk.alertOf(GAS);
    assertThat(alert.state()).isEqualTo(AlertState.OPEN);
    assertThat(alert.occurrences()).isEqualTo(2);
    assertThat(alert.reopenings()).isEqualTo(1);
    assertThat(alert.clearedAt()).isZero();
    assertThat(alert.response())
        .isEqualTo(
            Response.notYet(CommandLevel.COMMUNITY)
                .opened(NOON + 399_000, CommandLevel.COMMUNITY)
                .due(CommandLevel.COMMUNITY, 0, NOON + 459_000));
  }

  @Test
  void aRelapseAfterTheHoldOffIsAnotherAlert() {
    TestingDesk desk =
        TestingDesk.with(rule(GAS))
            .raised(GAS, camera("a"))
            .at(100)
            .cleared(GAS, camera("a"))
            .at(400)
            .raised(GAS, camera("a"));

    assertThat(desk.alerts())
        .extracting(Alert::state)
        .containsExactly(AlertState.CLEARED, AlertState.OPEN);
  }

  @Test
  void aRelapseAfterASeatClosedItReopensIt() {
    TestingDesk desk = TestingDesk.with(rule(GAS)).raised(GAS, camera("a"));
    desk.act(Action.Kind.CLOSE);
    desk.at(10).cleared(GAS, camera("a"));
    assertThat(desk.last().state()).isEqualTo(AlertState.CLOSED);
    assertThat(desk.last().conditionHolds()).isFalse();

    desk.at(20).raised(GAS, camera("a"));

    assertThat(desk.alertOf(GAS).state()).isEqualTo(AlertState.OPEN);
    assertThat(desk.alertOf(GAS).response().closeReason()).isNull();
  }

  @Test
  void whatASeatClosedStaysClosedWhileTheConditionHolds() {
    TestingDesk desk = TestingDesk.with(rule(GAS).groupBy(Extent.GRID)).raised(GAS, camera("a"));
    desk.act(Action.Kind.CLOSE);

    desk.at(10).repeated(GAS, camera("a")).at(4_000).raised(GAS, camera("b")).at(5_000);

    Alert alert = desk.alertOf(GAS);
    assertThat(alert.state()).isEqualTo(AlertState.CLOSED);
    assertThat(alert.conditionHolds()).isTrue();
    assertThat(alert.devices()).containsExactly("a", "b");
    assertThat(alert.response().closedAt()).isEqualTo(NOON);
  }

  @Test
  void withoutAHoldOffTheSameMomentIsStillTheSameAlert() {
    TestingDesk desk =
        TestingDesk.with(rule(GAS).holdOff(Duration.ZERO))
            .raised(GAS, camera("a"))
            .cleared(GAS, camera("a"))
            .raised(GAS, camera("a"));

    assertThat(desk.alertOf(GAS).reopenings()).isEqualTo(1);
    assertThat(desk.last().revision()).isEqualTo(3);
  }

  @Test
  void aRelapseInASilenceIsHeldBack() {
    TestingDesk desk =
        TestingDesk.with(rule(GAS))
            .silence(silence("works", 50, 200))
            .raised(GAS, camera("a"))
            .at(10)
            .cleared(GAS, camera("a"))
            .at(60)
            .raised(GAS, camera("a"));

    assertThat(desk.last().state()).isEqualTo(AlertState.OPEN);
    assertThat(desk.last().held().silencedBy()).isEqualTo("works");
    assertThat(desk.last().response().openedAt()).isZero();
  }
}
