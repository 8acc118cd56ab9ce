package city.xueliang.console.live;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.console.live.AlertStep.Kind;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.AlertState;
import city.xueliang.schemas.Colour;
import city.xueliang.schemas.CommandLevel;
import city.xueliang.schemas.ReasonCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertTimelineTest {
  private static final String SEAT = "630105-dispatch-02";
  private static final Alert OPENED = TestingRevision.opened("a").build();

  @Test
  void theFirstRevisionIsRaisedAndOpened() {
    assertThat(AlertTimeline.of(OPENED))
        .containsExactly(
            new AlertStep(Kind.RAISED, seconds(-5).toEpochMilli(), 1, null, null),
            new AlertStep(Kind.OPENED, NOON.toEpochMilli(), 1, null, null));
  }

  @Test
  void oneThatIsHeldBackFromTheFirstIsNotOpened() {
    Alert held = Alert.newBuilder(OPENED).setOpenedAt(null).setInhibitedBy("b").build();
    assertThat(kinds(AlertTimeline.of(held))).containsExactly(Kind.RAISED, Kind.INHIBITED);
    Alert released =
        TestingRevision.after(held, 30).setInhibitedBy(null).setOpenedAt(seconds(30)).build();
    assertThat(next(held, released))
        .containsExactly(
            new AlertStep(Kind.OPENED, seconds(30).toEpochMilli(), 2, null, null),
            new AlertStep(Kind.RELEASED, seconds(30).toEpochMilli(), 2, null, "b"));
  }

  @Test
  void aSeatAcknowledges() {
    assertThat(next(OPENED, acknowledged()))
        .containsExactly(
            new AlertStep(Kind.ACKNOWLEDGED, seconds(10).toEpochMilli(), 2, SEAT, null));
  }

  @Test
  void beingOnSiteAcknowledgesInOneStep() {
    Alert onSite =
        TestingRevision.after(OPENED, 20)
            .setState(AlertState.ON_SITE)
            .setAcknowledgedAt(seconds(20))
            .setOnSiteAt(seconds(20))
            .setSeat(SEAT)
            .build();
    assertThat(kinds(next(OPENED, onSite))).containsExactly(Kind.ON_SITE);
  }

  @Test
  void aMissedDeadlineIsNoSeatsDoing() {
    Alert escalated =
        TestingRevision.after(acknowledged(), 60)
            .setEscalations(1)
            .setCommandLevel(CommandLevel.STREET)
            .build();
    assertThat(next(acknowledged(), escalated))
        .containsExactly(
            new AlertStep(Kind.ESCALATED, seconds(60).toEpochMilli(), 3, null, "STREET"));
  }

  @Test
  void aSeatTakesItHigher() {
    Alert higher =
        TestingRevision.after(OPENED, 60)
            .setCommandLevel(CommandLevel.DISTRICT)
            .setSeat(SEAT)
            .build();
    assertThat(next(OPENED, higher))
        .containsExactly(
            new AlertStep(Kind.ESCALATED, seconds(60).toEpochMilli(), 2, SEAT, "DISTRICT"));
  }

  @Test
  void aColourChanges() {
    Alert orange = TestingRevision.after(OPENED, 5).setColour(Colour.ORANGE).build();
    assertThat(next(OPENED, orange))
        .containsExactly(
            new AlertStep(Kind.COLOUR_CHANGED, seconds(5).toEpochMilli(), 2, null, "ORANGE"));
  }

  @Test
  void aShelfIsLeftByASeatOrByItsTime() {
    Alert shelved =
        TestingRevision.after(OPENED, 5).setShelvedUntil(seconds(600)).setSeat(SEAT).build();
    assertThat(next(OPENED, shelved))
        .containsExactly(
            new AlertStep(
                Kind.SHELVED,
                seconds(5).toEpochMilli(),
                2,
                SEAT,
                Long.toString(seconds(600).toEpochMilli())));
    Alert early = TestingRevision.after(shelved, 300).setShelvedUntil(null).build();
    assertThat(next(shelved, early))
        .containsExactly(new AlertStep(Kind.UNSHELVED, seconds(300).toEpochMilli(), 3, SEAT, null));
    Alert expired = TestingRevision.after(shelved, 600).setShelvedUntil(null).build();
    assertThat(next(shelved, expired))
        .containsExactly(new AlertStep(Kind.UNSHELVED, seconds(600).toEpochMilli(), 3, null, null));
  }

  @Test
  void aSilenceHoldsItBack() {
    Alert silenced = TestingRevision.after(OPENED, 5).setSilencedBy("works").build();
    assertThat(next(OPENED, silenced))
        .containsExactly(new AlertStep(Kind.SILENCED, seconds(5).toEpochMilli(), 2, null, "works"));
  }

  @Test
  void itClearsByItself() {
    Alert cleared =
        TestingRevision.after(OPENED, 42)
            .setState(AlertState.CLEARED)
            .setConditionHolds(false)
            .setClearedAt(seconds(40))
            .build();
    assertThat(next(OPENED, cleared))
        .containsExactly(new AlertStep(Kind.CLEARED, seconds(40).toEpochMilli(), 2, null, null));
  }

  @Test
  void aClosedOneLosesItsConditionLater() {
    Alert closed = closed();
    assertThat(next(OPENED, closed))
        .containsExactly(
            new AlertStep(Kind.CLOSED, seconds(90).toEpochMilli(), 2, SEAT, "FALSE_ALARM"));
    Alert gone =
        TestingRevision.after(closed, 100)
            .setConditionHolds(false)
            .setClearedAt(seconds(99))
            .build();
    assertThat(kinds(next(closed, gone))).containsExactly(Kind.CONDITION_GONE);
  }

  @Test
  void itComesBackAndIsWorkedAnew() {
    Alert back =
        TestingRevision.after(closed(), 200)
            .setState(AlertState.OPEN)
            .setReopenings(1)
            .setOpenedAt(seconds(200))
            .setClosedAt(null)
            .setReasonCode(null)
            .build();
    assertThat(next(closed(), back))
        .containsExactly(new AlertStep(Kind.REOPENED, seconds(200).toEpochMilli(), 3, null, null));
  }

  @Test
  void onlyCountingIsNoStep() {
    Alert counted = TestingRevision.after(OPENED, 5).setOccurrences(2).build();
    List<AlertStep> earlier = AlertTimeline.of(OPENED);
    assertThat(AlertTimeline.after(earlier, OPENED, counted)).isSameAs(earlier);
  }

  @Test
  void whatEarlierRevisionsToldIsMadeFromTheNewest() {
    Alert newest =
        Alert.newBuilder(closed())
            .setRevision(7)
            .setAcknowledgedAt(seconds(10))
            .setOnSiteAt(seconds(50))
            .setEscalations(0)
            .build();
    assertThat(AlertTimeline.of(newest))
        .containsExactly(
            new AlertStep(Kind.RAISED, seconds(-5).toEpochMilli(), 0, null, null),
            new AlertStep(Kind.OPENED, NOON.toEpochMilli(), 0, null, null),
            new AlertStep(Kind.ACKNOWLEDGED, seconds(10).toEpochMilli(), 0, null, null),
            new AlertStep(Kind.ON_SITE, seconds(50).toEpochMilli(), 0, null, null),
            new AlertStep(Kind.CLOSED, seconds(90).toEpochMilli(), 0, SEAT, "FALSE_ALARM"));
  }

  @Test
  void acrossMissingRevisionsNoSeatIsNamedThatMayNotHaveActed() {
    Alert later = Alert.newBuilder(acknowledged()).setRevision(5).build();
    assertThat(next(OPENED, later))
        .containsExactly(
            new AlertStep(Kind.ACKNOWLEDGED, seconds(10).toEpochMilli(), 0, null, null));
  }

  private static Alert acknowledged() {
    return TestingRevision.after(OPENED, 10)
        .setState(AlertState.ACKNOWLEDGED)
        .setAcknowledgedAt(seconds(10))
        .setSeat(SEAT)
        .build();
  }

  private static Alert closed() {
    return TestingRevision.after(OPENED, 90)
        .setState(AlertState.CLOSED)
        .setClosedAt(seconds(90))
        .setReasonCode(ReasonCode.FALSE_ALARM)
        .setSeat(SEAT)
        .build();
  }

  private static List<AlertStep> next(Alert before, Alert now) {
    return AlertTimeline.after(List.of(), before, now);
  }

  private static List<Kind> kinds(List<AlertStep> steps) {
    return steps.stream().map(AlertStep::kind).toList();
  }
}
