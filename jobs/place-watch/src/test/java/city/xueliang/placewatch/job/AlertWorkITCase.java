package city.xueliang.placewatch.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.rule.Name;
import city.xueliang.domain.rule.ResponsePolicy;
import city.xueliang.domain.rule.RulebookChange;
import city.xueliang.placewatch.job.CityFeeds.Sent;
import city.xueliang.schemas.Action;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.AlertState;
import city.xueliang.schemas.CommandLevel;
import city.xueliang.schemas.Quantity;
import city.xueliang.schemas.RejectReason;
import city.xueliang.schemas.RejectedRecord;
import city.xueliang.schemas.Topics;
import city.xueliang.testing.TestingCluster;
import city.xueliang.testing.TestingDevice;
import city.xueliang.testing.TestingPlace;
import city.xueliang.testing.TestingRule;
import city.xueliang.testing.Town;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that change and seats that act while the real job runs. Each test has its own sensors. */
@Tag("timed")
class AlertWorkITCase {
  private static final Duration EFFECT = Duration.ofSeconds(5);

  @TempDir private static Path folder;
  private static TestingJob job;
  private static TestingWork work;

  @BeforeAll
  static void start() throws Exception {
    job = TestingJob.prepare(folder);
    work = new TestingWork(job);
    List<Sent> registry = new ArrayList<>();
    registry.add(new Sent(Topics.PLACES, Town.GRID, TestingPlace.grid(Town.GRID).bytes(), 0));
    for (int serial = 1; serial <= 40; serial++) {
      String sensor = Town.sensor(serial);
      registry.add(new Sent(Topics.DEVICES, sensor, TestingDevice.sensor(sensor).bytes(), 0));
    }
    job.send(registry);
    job.submit();
    work.gas(Town.sensor(40), 30);
    work.awaitAlerts("gas", Town.sensor(40), 1);
  }

  @AfterAll
  static void stop() throws Exception {
    job.close();
  }

  @AfterEach
  void everythingWasToldInOrderAndTheJobNeverRestarted() throws Exception {
    PublishedAlerts.of(job).assertEachRevisionIsToldOnceAndInOrder();
    assertThat(job.restarts()).isZero();
  }

  @Test
  void aNewRuleTakesEffectWithinSeconds() throws Exception {
    job.publish(tilt("tilt-new", 10, 5).build());

    await()
        .atMost(EFFECT)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              work.measure(Quantity.TILT_DEGREE, Town.sensor(1), 12);
              return !PublishedAlerts.of(job).of("tilt-new", Town.sensor(1)).isEmpty();
            });
  }

  @Test
  void anAlertThatStillHoldsByTheChangedRuleGoesOnAndOneThatDoesNotIsCleared() throws Exception {
    String high = Town.sensor(2);
    String low = Town.sensor(3);
    job.publish(gas("gas-change", 25, 20).build());
    awaitRule("gas-change", Town.sensor(4), 30);
    work.gas(high, 40);
    work.gas(low, 26);
    String id = work.awaitAlerts("gas-change", high, 1).get(0).getAlertId();
    work.awaitAlerts("gas-change", low, 1);

    job.publish(gas("gas-change", 35, 30).version(2).build());

    assertThat(work.awaitAlerts("gas-change", low, 2))
        .extracting(Alert::getState, Alert::getRuleVersion)
        .containsExactly(tuple(AlertState.OPEN, 1), tuple(AlertState.CLEARED, 1));
    assertThat(PublishedAlerts.of(job).of("gas-change", high)).hasSize(1);
    work.gas(high, 30);
    assertThat(work.awaitAlerts("gas-change", high, 2))
        .extracting(Alert::getAlertId, Alert::getRevision, Alert::getState)
        .containsExactly(tuple(id, 1, AlertState.OPEN), tuple(id, 2, AlertState.CLEARED));
  }

  @Test
  void aBrokenRuleIsRejectedAndTheOneInForceStays() throws Exception {
    job.publish(gas("gas-broken", 25, 20).build());
    awaitRule("gas-broken", Town.sensor(5), 30);

    job.publish(gas("gas-broken", 40, 50).version(2).build());

    RejectedRecord rejected = awaitRejection(Topics.RULES, RejectReason.BAD_RULE);
    assertThat(rejected.getDetail()).contains("gas-broken");
    work.gas(Town.sensor(6), 26);
    assertThat(work.awaitAlerts("gas-broken", Town.sensor(6), 1))
        .extracting(Alert::getState, Alert::getRuleVersion)
        .containsExactly(tuple(AlertState.OPEN, 1));
  }

  @Test
  void aRuleThatIsRemovedEndsItsAlerts() throws Exception {
    job.publish(gas("gas-removed", 25, 20).build());
    awaitRule("gas-removed", Town.sensor(7), 30);

    job.publish(RulebookChange.removal("gas-removed"));

    assertThat(work.awaitAlerts("gas-removed", Town.sensor(7), 2))
        .extracting(Alert::getState)
        .containsExactly(AlertState.OPEN, AlertState.CLEARED);
  }

  @Test
  void anAlertIsWorkedUntilItIsClosed() throws Exception {
    String sensor = Town.sensor(8);
    work.gas(sensor, 30);

    work.act(Action.ACKNOWLEDGE, newest(sensor, 1));
    work.act(Action.ON_SITE, newest(sensor, 2));
    work.act(Action.CLOSE, newest(sensor, 3));

    assertThat(work.awaitAlerts("gas", sensor, 4))
        .extracting(Alert::getState, Alert::getSeat)
        .containsExactly(
            tuple(AlertState.OPEN, null),
            tuple(AlertState.ACKNOWLEDGED, TestingWork.SEAT),
            tuple(AlertState.ON_SITE, TestingWork.SEAT),
            tuple(AlertState.CLOSED, TestingWork.SEAT));
  }

  @Test
  void anActionThatIsRefusedIsAnsweredWithTheReason() throws Exception {
    String sensor = Town.sensor(9);
    work.gas(sensor, 30);
    Alert alert = newest(sensor, 1);

    work.send(work.action(Action.ACKNOWLEDGE, alert).setSeat(Town.OTHER_DISTRICT + "-dispatch-01"));
    awaitRefusal(RejectReason.OUTSIDE_JURISDICTION);
    work.send(work.action(Action.ACKNOWLEDGE, alert).setAlertId("f".repeat(32)));
    awaitRefusal(RejectReason.UNKNOWN_ALERT);
    work.send(work.action(Action.UNSHELVE, alert));
    awaitRefusal(RejectReason.ACTION_NOT_ALLOWED);
    work.act(Action.ACKNOWLEDGE, alert);
    work.act(Action.ON_SITE, alert);
    RejectedRecord stale = awaitRefusal(RejectReason.STALE_REVISION);

    assertThat(stale.getDetail()).contains("The seat saw revision 1");
    assertThat(work.awaitAlerts("gas", sensor, 2))
        .extracting(Alert::getState)
        .containsExactly(AlertState.OPEN, AlertState.ACKNOWLEDGED);
    // Where a refused action stands is where its record is.
    assertThat(job.topics.read(Topics.DISPATCH_ACTIONS))
        .anyMatch(
            record ->
                record.partition() == stale.getPartition()
                    && record.offset() == stale.getOffset()
                    && stale.getBytes().equals(ByteBuffer.wrap(record.value())));
  }

  @Test
  void anAlertThatNobodyWorksClimbsFromLevelToLevel() throws Exception {
    job.publish(
        RulebookChange.of(
            new ResponsePolicy(
                "fast",
                1,
                new Name("快", "fast"),
                Set.of(),
                List.of(
                    new ResponsePolicy.Terms(
                        Colour.BLUE,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        city.xueliang.domain.rule.CommandLevel.COMMUNITY)))));
    job.publish(gas("gas-climb", 25, 20).colour(Colour.BLUE).build());
    awaitRule("gas-climb", Town.sensor(10), 30);

    List<Alert> alerts = work.awaitAlerts("gas-climb", Town.sensor(10), 4);

    assertThat(alerts)
        .extracting(Alert::getCommandLevel)
        .containsExactly(
            CommandLevel.COMMUNITY, CommandLevel.STREET, CommandLevel.DISTRICT, CommandLevel.CITY);
    for (int missed = 1; missed <= 3; missed++) {
      Duration late =
          Duration.between(alerts.get(0).getOpenedAt(), alerts.get(missed).getChangedAt());
      assertThat(late).isBetween(Duration.ofSeconds(missed), Duration.ofSeconds(missed + 2));
    }
  }

  private static TestingRule gas(String id, double limit, double clearLimit) {
    return TestingRule.above(id, Measure.GAS_LEL_PERCENT, limit, clearLimit);
  }

  private static TestingRule tilt(String id, double limit, double clearLimit) {
    return TestingRule.above(id, Measure.TILT_DEGREE, limit, clearLimit);
  }

  /** Sends a value until the rule has an alert for it. */
  private static void awaitRule(String rule, String sensor, double value) {
    await()
        .atMost(TestingCluster.PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              work.gas(sensor, value);
              return !PublishedAlerts.of(job).of(rule, sensor).isEmpty();
            });
  }

  /** The alert of the first rule about a sensor at a revision. */
  private static Alert newest(String sensor, int revision) {
    return work.awaitAlerts("gas", sensor, revision).get(revision - 1);
  }

  private static RejectedRecord awaitRefusal(RejectReason reason) {
    return awaitRejection(Topics.DISPATCH_ACTIONS, reason);
  }

  private static RejectedRecord awaitRejection(String topic, RejectReason reason) {
    return await()
        .atMost(TestingCluster.PATIENCE)
        .until(
            () ->
                new Published(job.topics)
                    .rejections().values().stream()
                        .filter(record -> record.getTopic().equals(topic))
                        .filter(record -> record.getReason() == reason)
                        .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }
}
