package city.xueliang.domain.alert.first;

import static city.xueliang.domain.alert.first.Signal.Kind.CLEARED;
import static city.xueliang.domain.alert.first.Signal.Kind.RAISED;
import static city.xueliang.domain.observation.TestingObservation.NOON;
import static city.xueliang.domain.observation.TestingObservation.reading;
import static city.xueliang.domain.rule.TestingRule.rule;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AlertTest {
  private static final String GRID = "630105002001001";
  private static final Instant LATER = NOON.plusSeconds(90);

  private final Signal raised =
      Signal.of(RAISED, rule().id("gas").build(), GRID, reading().at(NOON).build());
  private final Signal cleared =
      Signal.of(CLEARED, rule().id("gas").build(), GRID, reading().at(LATER).build());

  @Test
  void anAlertIsOpenFromTheSignalThatRaisedIt() {
    Alert alert = Alert.open(raised);

    assertThat(alert.isOpen()).isTrue();
    assertThat(alert.revision()).isEqualTo(1);
    assertThat(alert.changedAt()).isEqualTo(NOON.toEpochMilli());
  }

  @Test
  void clearingEndsItAndRaisesItsRevision() {
    Alert alert = Alert.open(raised).clear(cleared);

    assertThat(alert.isOpen()).isFalse();
    assertThat(alert.revision()).isEqualTo(2);
    assertThat(alert.changedAt()).isEqualTo(LATER.toEpochMilli());
    assertThat(alert.raised()).isEqualTo(raised);
  }

  @Test
  void itsIdStaysTheSameAcrossReleases() {
    assertThat(Alert.open(raised).id()).isEqualTo("68277c295e6b936b525dc0bae2fcdb7c");
  }

  @Test
  void itsIdStaysTheSameWhenItIsCleared() {
    assertThat(Alert.open(raised).clear(cleared).id()).isEqualTo(Alert.open(raised).id());
  }

  @Test
  void anotherRuleDeviceOrFirstOccurrenceIsAnotherAlert() {
    Signal otherRule = Signal.of(RAISED, rule().id("gas-2").build(), GRID, reading().build());
    Signal otherDevice =
        Signal.of(
            RAISED, rule().id("gas").build(), GRID, reading().from("63010500001340000002").build());
    Signal otherTime =
        Signal.of(RAISED, rule().id("gas").build(), GRID, reading().at(NOON.plusMillis(1)).build());

    assertThat(
            new String[] {
              Alert.open(raised).id(),
              Alert.open(otherRule).id(),
              Alert.open(otherDevice).id(),
              Alert.open(otherTime).id()
            })
        .doesNotHaveDuplicates();
  }
}
