package city.xueliang.placewatch.publish;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.alert.AlertState;
import city.xueliang.testing.TestingAlert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was published after the checkpoint that a job goes on from is not published again. */
class SkipPublishedOperatorTest {
  private static final String ONE = "1".repeat(32);
  private static final String OTHER = "2".repeat(32);

  /** From when on the publications were asked for; the operator has a copy of who tells them. */
  private static final AtomicLong ASKED = new AtomicLong();

  private OneInputStreamOperatorTestHarness<Alert, Alert> operator;

  @BeforeEach
  void start() throws Exception {
    ASKED.set(-1);
    start(List.of(revision(ONE, 7, AlertState.OPEN)), null, NOON);
  }

  @AfterEach
  void close() throws Exception {
    operator.close();
  }

  @Test
  void whatAFreshJobTellsIsPublished() throws Exception {
    tell(ONE, 1, AlertState.OPEN);
    tell(ONE, 2, AlertState.ACKNOWLEDGED);

    assertPublished(tuple(ONE, 1), tuple(ONE, 2));
    assertThat(ASKED).hasValue(-1);
  }

  @Test
  void revisionsThatWerePublishedAfterTheCheckpointAreDropped() throws Exception {
    restart(minutes(5), revision(ONE, 2, AlertState.OPEN), revision(ONE, 3, AlertState.ON_SITE));

    tell(ONE, 2, AlertState.OPEN);
    tell(ONE, 3, AlertState.ON_SITE);
    tell(ONE, 4, AlertState.CLOSED);
    tell(ONE, 5, AlertState.CLOSED);

    assertPublished(tuple(ONE, 4), tuple(ONE, 5));
  }

  @Test
  void alertsOfWhichNothingWasPublishedAreNotHeldBack() throws Exception {
    restart(minutes(5), revision(ONE, 3, AlertState.OPEN));

    tell(OTHER, 1, AlertState.OPEN);

    assertPublished(tuple(OTHER, 1));
  }

  @Test
  void anAlertThatClimbsLessOnTheWayIsNotToldAgain() throws Exception {
    restart(
        minutes(5),
        revision(ONE, 1, AlertState.OPEN),
        revision(ONE, 2, AlertState.OPEN),
        revision(ONE, 3, AlertState.ACKNOWLEDGED));

    tell(ONE, 1, AlertState.OPEN);
    tell(ONE, 2, AlertState.ACKNOWLEDGED);

    assertThat(operator.extractOutputValues()).isEmpty();
  }

  @Test
  void aStageThatWasNotPublishedIsCountedOnFromTheNewestRevision() throws Exception {
    restart(
        minutes(5),
        revision(ONE, 1, AlertState.OPEN),
        revision(ONE, 2, AlertState.OPEN),
        revision(ONE, 3, AlertState.ACKNOWLEDGED));
    tell(ONE, 1, AlertState.OPEN);
    tell(ONE, 2, AlertState.ACKNOWLEDGED);

    tell(ONE, 3, AlertState.ON_SITE);
    tell(ONE, 4, AlertState.CLOSED);

    assertPublished(tuple(ONE, 4), tuple(ONE, 5));
  }

  @Test
  void anAlertIsCountedOnAfterAnotherRestart() throws Exception {
    restart(
        minutes(5), revision(ONE, 1, AlertState.OPEN), revision(ONE, 2, AlertState.ACKNOWLEDGED));
    tell(ONE, 2, AlertState.ON_SITE);
    assertPublished(tuple(ONE, 3));

    restart(minutes(9), revision(ONE, 3, AlertState.ON_SITE));
    tell(ONE, 3, AlertState.CLOSED);

    assertPublished(tuple(ONE, 4));
  }

  @Test
  void whatWasPublishedSinceAMinuteBeforeTheCheckpointIsAskedFor() throws Exception {
    restart(minutes(5));

    assertThat(ASKED).hasValue(NOON.minusSeconds(60).toEpochMilli());
  }

  /** A checkpoint may come while things still happen once more. */
  @Test
  void forAnHourAfterARestartAnotherOneAsksAsFarBack() throws Exception {
    restart(minutes(5));

    operator.setProcessingTime(minutes(30).toEpochMilli());
    restart(minutes(31));
    assertThat(ASKED).hasValue(NOON.minusSeconds(60).toEpochMilli());

    operator.setProcessingTime(minutes(95).toEpochMilli());
    restart(minutes(96));
    assertThat(ASKED).hasValue(minutes(94).toEpochMilli());
  }

  private static Alert revision(String id, int revision, AlertState state) {
    return TestingAlert.alert(id).revision(revision).state(state).build();
  }

  private void restart(Instant now, Alert... published) throws Exception {
    OperatorSubtaskState state = operator.snapshot(1, 1);
    operator.close();
    start(List.of(published), state, now);
  }

  private void start(List<Alert> published, OperatorSubtaskState state, Instant now)
      throws Exception {
    Map<String, List<PublishedRevision>> revisions = new HashMap<>();
    for (Alert alert : published) {
      revisions
          .computeIfAbsent(alert.id(), any -> new ArrayList<>())
          .add(new PublishedRevision(alert.revision(), PublishedRevision.Stage.of(alert)));
    }
    operator =
        new OneInputStreamOperatorTestHarness<>(
            new SkipPublished(
                since -> {
                  ASKED.set(since);
                  return revisions;
                }));
    operator.setProcessingTime(now.toEpochMilli());
    operator.setup();
    if (state != null) {
      operator.initializeState(state);
    }
    operator.open();
  }

  private void tell(String id, int revision, AlertState state) throws Exception {
    operator.processElement(new StreamRecord<>(revision(id, revision, state)));
  }

  private void assertPublished(Tuple... revisions) {
    assertThat(operator.extractOutputValues())
        .extracting(Alert::id, Alert::revision)
        .containsExactly(revisions);
  }
}
