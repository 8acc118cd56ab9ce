package city.xueliang.notify.happening;

import static city.xueliang.notify.TestingAlert.AT_NIGHT;
import static city.xueliang.notify.TestingAlert.cleared;
import static city.xueliang.notify.TestingAlert.opened;
import static city.xueliang.notify.TestingAlert.revision;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.schemas.Alert;
import city.xueliang.schemas.AlertState;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertHistoryTest {
  private final AlertHistory history = new AlertHistory();

  @Test
  void aNewAlertIsOpened() {
    assertThat(take(opened())).contains(Happening.OPENED);
  }

  @Test
  void aRevisionThatIsNotHigherIsDropped() {
    take(revision(2));
    assertThat(take(cleared(2))).isEmpty();
    assertThat(take(cleared(1))).isEmpty();
  }

  @Test
  void moreEvidenceIsNothingToTell() {
    take(opened());
    assertThat(take(revision(2).setOccurrences(2))).isEmpty();
  }

  @Test
  void aMissedDeadlineIsAnEscalation() {
    take(opened());
    assertThat(take(revision(2).setEscalations(1))).contains(Happening.ESCALATED);
    assertThat(take(revision(3).setEscalations(1))).isEmpty();
  }

  @Test
  void onlyTheFirstSeatThatTakesItUpIsTold() {
    take(opened());
    assertThat(take(revision(2).setState(AlertState.ACKNOWLEDGED)))
        .contains(Happening.ACKNOWLEDGED);
    assertThat(take(revision(3).setState(AlertState.ON_SITE))).isEmpty();
  }

  @Test
  void bothEndsAreTold() {
    take(opened());
    assertThat(take(cleared(2))).contains(Happening.CLEARED);
    assertThat(take(cleared(3).setState(AlertState.CLOSED))).contains(Happening.CLOSED);
  }

  @Test
  void aRelapseReopens() {
    take(opened());
    take(cleared(2));
    assertThat(take(revision(3).setReopenings(1))).contains(Happening.REOPENED);
  }

  @Test
  void whatIsHeldBackIsSilentAndOpensWhenItIsLetGo() {
    assertThat(take(opened().setSilencedBy("works"))).isEmpty();
    assertThat(take(revision(2).setInhibitedBy("other"))).isEmpty();
    assertThat(take(revision(3).setShelvedUntil(AT_NIGHT))).isEmpty();
    assertThat(take(revision(4))).contains(Happening.OPENED);
  }

  @Test
  void whatEndedBeforeAnybodyWasToldIsNeverTold() {
    take(opened().setSilencedBy("works"));
    assertThat(take(cleared(2).setSilencedBy("works"))).isEmpty();
    assertThat(take(cleared(3))).isEmpty();
    assertThat(take(cleared(4).setState(AlertState.CLOSED))).isEmpty();
  }

  @Test
  void whatEndedWhileHeldBackIsToldAsEndedIfPeopleKnewOfIt() {
    take(opened());
    assertThat(take(cleared(2).setShelvedUntil(AT_NIGHT))).isEmpty();
    assertThat(take(cleared(3))).contains(Happening.CLEARED);
  }

  @Test
  void anAlertWhoseBeginningTheTopicForgotIsToldByWhatItIs() {
    assertThat(new AlertHistory().take(revision(7).setReopenings(2).build()))
        .contains(Happening.REOPENED);
    assertThat(new AlertHistory().take(cleared(7).build())).contains(Happening.CLEARED);
    assertThat(new AlertHistory().take(cleared(7).setOpenedAt(null).build())).isEmpty();
  }

  @Test
  void anAlertThatTheTopicForgetsTakesNoRoom() {
    take(opened());
    history.forget(opened().build().getAlertId());
    assertThat(history.size()).isZero();
  }

  private Optional<Happening> take(Alert.Builder alert) {
    return history.take(alert.build());
  }
}
