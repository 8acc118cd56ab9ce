package city.xueliang.placewatch.detect;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static city.xueliang.testing.Moments.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import city.xueliang.domain.alert.Evidence;
import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.alert.Signal.Kind;
import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.rule.Condition;
import city.xueliang.domain.rule.Extent;
import city.xueliang.domain.rule.Rule;
import city.xueliang.domain.rule.Sign;
import city.xueliang.placewatch.harness.BroadcastHarness;
import city.xueliang.placewatch.registry.KnownNeighbours;
import city.xueliang.placewatch.registry.KnownRules;
import city.xueliang.placewatch.registry.KnownZones;
import city.xueliang.placewatch.registry.RegistryChange;
import city.xueliang.testing.TestingRules;
import city.xueliang.testing.Town;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The patterns of several observations, each by its rule. */
class DetectPatternsOperatorTest {
  private static final Duration SPAN = Duration.ofMinutes(5);
  private static final String CITY = "630100";
  private static final String ZONE = "festival-street";

  private BroadcastHarness<RoutedSighting, RegistryChange, Signal> detector;
  private TestingRegistry registry;

  @BeforeEach
  void start() throws Exception {
    start(null);
  }

  @AfterEach
  void close() throws Exception {
    detector.close();
  }

  @Test
  void aBurstIsRaisedWithItsLastObservationAndClearedByTimeAlone() throws Exception {
    registry.publish(burst(3).build());

    see("burst", Town.CAMERA, Town.GRID, seconds(0));
    see("burst", Town.CAMERA, Town.GRID, seconds(60));
    assertThat(detector.output()).isEmpty();
    see("burst", Town.CAMERA, Town.GRID, seconds(120));
    detector.reach(minutes(5).minusMillis(1));
    assertThat(detector.output()).hasSize(1);
    detector.reach(minutes(5));

    assertThat(detector.output())
        .extracting(Signal::kind, signal -> signal.subject().deviceId(), Signal::occurredAt)
        .containsExactly(
            tuple(Kind.RAISED, Town.CAMERA, seconds(120).toEpochMilli()),
            tuple(Kind.CLEARED, Town.CAMERA, minutes(5).toEpochMilli()));
  }

  @Test
  void eachSiteHasItsOwnBurst() throws Exception {
    registry.publish(burst(2).build());

    see("burst", Town.camera(1), Town.GRID, seconds(0));
    see("burst", Town.camera(2), Town.GRID, seconds(1));
    assertThat(detector.output()).isEmpty();
    see("burst", Town.camera(2), Town.GRID, seconds(2));

    assertThat(detector.output())
        .extracting(signal -> signal.subject().deviceId())
        .containsExactly(Town.camera(2));
  }

  @Test
  void aSequenceIsRaisedByItsSecondSignAfterItsFirst() throws Exception {
    registry.publish(
        TestingRules.rule(
                "sequence",
                new Condition.Sequence(
                    Sign.of(Measure.SMOKE), Sign.of(Measure.FLAME), Extent.GRID, SPAN))
            .build());

    see("sequence", Town.GRID, Town.GRID, Measure.FLAME, seconds(0));
    see("sequence", Town.GRID, Town.GRID, Measure.SMOKE, seconds(10));
    assertThat(detector.output()).isEmpty();
    see("sequence", Town.GRID, Town.GRID, Measure.FLAME, seconds(20));

    assertThat(detector.output())
        .extracting(Signal::kind, signal -> signal.subject().place())
        .containsExactly(tuple(Kind.RAISED, Town.GRID));
  }

  @Test
  void devicesOfNeighbouringGridsAreTogether() throws Exception {
    registry.publishGrid(Town.GRID, 101.7700, 36.6200);
    registry.publishGrid(Town.NEXT_GRID, 101.7711, 36.6200);
    registry.publish(together());

    see("together", CITY, Town.GRID, Town.camera(1), seconds(0));
    see("together", CITY, Town.NEXT_GRID, Town.camera(2), seconds(10));

    assertThat(detector.output())
        .extracting(Signal::kind, signal -> signal.subject().district())
        .containsExactly(tuple(Kind.RAISED, Town.DISTRICT));
  }

  @Test
  void devicesOfGridsFarFromEachOtherAreNot() throws Exception {
    registry.publishGrid(Town.GRID, 101.7700, 36.6200);
    registry.publishGrid(Town.NEXT_GRID, 101.8700, 36.6200);
    registry.publish(together());

    see("together", CITY, Town.GRID, Town.camera(1), seconds(0));
    see("together", CITY, Town.NEXT_GRID, Town.camera(2), seconds(10));

    assertThat(detector.output()).isEmpty();
  }

  @Test
  void aSignThatSpreadsOverAZoneIsTheCitysToWork() throws Exception {
    registry.publish(
        TestingRules.rule("spread", new Condition.Spread(Sign.of(Measure.FLAME), 2, SPAN))
            .groupBy(Extent.ZONE)
            .build());

    see("spread", ZONE, Town.GRID, Town.camera(1), seconds(0));
    see("spread", ZONE, Town.GRID, Town.camera(2), seconds(1));
    assertThat(detector.output()).isEmpty();
    see("spread", ZONE, Town.FAR_GRID, Town.camera(3), seconds(2));

    assertThat(detector.output())
        .extracting(signal -> signal.subject().place(), signal -> signal.subject().district())
        .containsExactly(tuple(ZONE, CITY));
  }

  @Test
  void whatIsRaisedIsTakenBackWhenTheRuleAsksForMore() throws Exception {
    registry.publish(burst(2).build());
    see("burst", Town.CAMERA, Town.GRID, seconds(0));
    see("burst", Town.CAMERA, Town.GRID, seconds(1));

    registry.publish(burst(4).version(2).build());

    assertThat(detector.output())
        .extracting(Signal::kind, Signal::ruleVersion)
        .containsExactly(tuple(Kind.RAISED, 1), tuple(Kind.CLEARED, 2));
  }

  @Test
  void whatStillHoldsByTheChangedRuleIsNotToldAgain() throws Exception {
    registry.publish(burst(2).build());
    see("burst", Town.CAMERA, Town.GRID, seconds(0));
    see("burst", Town.CAMERA, Town.GRID, seconds(1));
    see("burst", Town.CAMERA, Town.GRID, seconds(2));
    int told = detector.output().size();

    registry.publish(burst(3).version(2).build());

    assertThat(detector.output()).hasSize(told);
  }

  @Test
  void whatIsRaisedOutsideOfTheRulesPlacesIsTakenBack() throws Exception {
    registry.publish(burst(1).build());
    see("burst", Town.CAMERA, Town.GRID, seconds(0));

    registry.publish(burst(1).version(2).in(Town.OTHER_DISTRICT).build());

    assertThat(detector.output())
        .extracting(Signal::kind)
        .containsExactly(Kind.RAISED, Kind.CLEARED);
  }

  /** The desk ends the alerts of a rule that is gone. */
  @Test
  void nothingIsSaidOfARuleThatIsGoneAndNothingIsKept() throws Exception {
    registry.publish(burst(1).build());
    see("burst", Town.CAMERA, Town.GRID, seconds(0));

    registry.remove("burst");
    see("burst", Town.CAMERA, Town.GRID, seconds(1));
    detector.reach(minutes(60 * 24));

    assertThat(detector.output()).extracting(Signal::kind).containsExactly(Kind.RAISED);
    assertNothingIsKept();
  }

  @Test
  void aPatternGoesOnAfterARestart() throws Exception {
    registry.publish(burst(3).build());
    see("burst", Town.CAMERA, Town.GRID, seconds(0));
    see("burst", Town.CAMERA, Town.GRID, seconds(60));

    start(detector.stop());
    see("burst", Town.CAMERA, Town.GRID, seconds(120));
    detector.reach(minutes(5));

    assertThat(detector.output())
        .extracting(Signal::kind)
        .containsExactly(Kind.RAISED, Kind.CLEARED);
  }

  @Test
  void neighboursAreKnownAfterARestart() throws Exception {
    registry.publishGrid(Town.GRID, 101.7700, 36.6200);
    registry.publishGrid(Town.NEXT_GRID, 101.7711, 36.6200);
    registry.publish(together());
    see("together", CITY, Town.GRID, Town.camera(1), seconds(0));

    start(detector.stop());
    see("together", CITY, Town.NEXT_GRID, Town.camera(2), seconds(10));

    assertThat(detector.output()).extracting(Signal::kind).containsExactly(Kind.RAISED);
  }

  @Test
  void nothingIsKeptOfWhatIsOver() throws Exception {
    registry.publishGrid(Town.GRID, 101.7700, 36.6200);
    registry.publish(burst(2).build());
    registry.publish(together());
    see("burst", Town.CAMERA, Town.GRID, seconds(0));
    see("burst", Town.CAMERA, Town.GRID, seconds(1));
    see("together", CITY, Town.GRID, Town.camera(1), seconds(0));
    see("together", CITY, Town.GRID, Town.camera(2), seconds(1));

    for (int minute = 1; minute <= 24 * 60; minute++) {
      detector.reach(minutes(minute));
    }

    assertThat(detector.output()).filteredOn(signal -> signal.kind() == Kind.CLEARED).hasSize(2);
    assertNothingIsKept();
  }

  private void assertNothingIsKept() {
    for (String state :
        List.of(
            "episode-watches",
            "episode-raised",
            "cluster-watches",
            "cluster-raised",
            "pattern-timer")) {
      assertThat(detector.keysWith(state)).as(state).isZero();
    }
    assertThat(detector.timers()).isZero();
  }

  private static TestingRules burst(int count) {
    return TestingRules.rule(
        "burst", new Condition.Burst(Sign.of(Measure.FLAME), Extent.DEVICE, count, SPAN));
  }

  private static Rule together() {
    return TestingRules.rule(
            "together", new Condition.Together(List.of(Sign.of(Measure.FLAME)), 2, 1, true, SPAN))
        .groupBy(Extent.GRID)
        .build();
  }

  private void start(OperatorSubtaskState state) throws Exception {
    detector =
        new BroadcastHarness<>(
            new DetectPatterns(),
            List.of(KnownRules.STATE, KnownZones.STATE, KnownNeighbours.STATE),
            RoutedSighting::key,
            state);
    registry = new TestingRegistry(detector);
    detector.reach(NOON.minusSeconds(1));
  }

  /** A flame, looked for at the camera itself. */
  private void see(String rule, String camera, String grid, Instant at) throws Exception {
    see(rule, camera, grid, camera, Measure.FLAME, at);
  }

  private void see(String rule, String site, String grid, String camera, Instant at)
      throws Exception {
    see(rule, site, grid, camera, Measure.FLAME, at);
  }

  private void see(String rule, String site, String grid, Measure measure, Instant at)
      throws Exception {
    see(rule, site, grid, Town.CAMERA, measure, at);
  }

  private void see(
      String rule, String site, String grid, String camera, Measure measure, Instant at)
      throws Exception {
    Subject device = new Subject(grid, grid.substring(0, 6), camera, "sw-01", ModelClass.CAMERA);
    Evidence seen = new Evidence(camera, measure, 1, at.toEpochMilli());
    detector.send(new RoutedSighting(rule, site, device, seen));
  }
}
