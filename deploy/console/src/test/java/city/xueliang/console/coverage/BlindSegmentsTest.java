package city.xueliang.console.coverage;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.xueliang.console.access.Role;
import city.xueliang.console.coverage.BlindSpots.BlindSegment;
import city.xueliang.console.http.SmallTown;
import city.xueliang.console.live.Laid;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.rule.Condition.Absence;
import city.xueliang.domain.rule.Rule;
import city.xueliang.domain.rule.RulebookChange;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.AlertCause;
import city.xueliang.schemas.AlertState;
import city.xueliang.schemas.PlaceLevel;
import city.xueliang.testing.TestingDevice;
import city.xueliang.testing.TestingRule;
import city.xueliang.testing.Town;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BlindSegmentsTest {
  private static final LastHours HOURS =
      LastHours.until(minutes(30).toEpochMilli(), ZoneId.of("Asia/Shanghai"));
  private static final int NOW = 23;

  private static final List<Device> DEVICES =
      List.of(
          camera(1, Town.GRID, "sw-01"),
          camera(2, Town.NEXT_GRID, "sw-01"),
          camera(3, Town.FAR_GRID, "sw-01"),
          camera(4, Town.GRID, "sw-02"),
          camera(5, Town.FAR_GRID, "sw-03"));

  private static final Map<String, Laid> RULES =
      Map.of(
          "silent", laid("silent", Absence.Kind.SILENT),
          "frozen", laid("frozen", Absence.Kind.FROZEN));

  @Test
  void aSegmentShowsTheDarkDevicesThatTheSeatSees() {
    Alert outage =
        alert("a1", "silent", minutes(-90))
            .setDevices(List.of(Town.camera(1), Town.camera(2), Town.camera(3)))
            .build();

    assertThat(seen(outage))
        .containsExactly(segment("sw-01", 2, 2, List.of(Town.GRID, Town.NEXT_GRID), "a1", NOW - 2));
  }

  @Test
  void anAlertAboutAPlaceThatTheSeatDoesNotSeeIsNotLinked() {
    Alert outage =
        alert("a1", "silent", minutes(-90))
            .setPlace(SmallTown.CITY)
            .setDevices(List.of(Town.camera(1), Town.camera(3)))
            .build();

    assertThat(seen(outage).get(0).alerts()).isEmpty();
    assertThat(seen(outage).get(0).dark()).isEqualTo(1);
  }

  @Test
  void devicesThatStayDarkAfterTheAlertWasClosedOrHeldBackAreDark() {
    Alert closed =
        alert("a1", "silent", NOON)
            .setState(AlertState.CLOSED)
            .setDevices(List.of(Town.camera(1)))
            .build();
    Alert held =
        alert("a2", "silent", NOON).setDeviceId(Town.camera(4)).setInhibitedBy("a9").build();

    assertThat(seen(closed, held))
        .extracting(BlindSegment::segment, BlindSegment::dark)
        .containsExactly(tuple("sw-01", 1), tuple("sw-02", 1));
  }

  @Test
  void aDeviceOfTwoAlertsIsDarkOnceAndWhatIsHeldBackIsNoOutageOfItsOwn() {
    Alert parent = alert("a1", "silent", minutes(5)).setDevices(List.of(Town.camera(1))).build();
    Alert held =
        alert("a2", "silent", minutes(4))
            .setDevices(List.of(Town.camera(1)))
            .setInhibitedBy("a1")
            .build();

    BlindSegment segment = seen(parent, held).get(0);

    assertThat(segment.dark()).isEqualTo(1);
    assertThat(segment.since()).isEqualTo(minutes(4).toEpochMilli());
    assertThat(segment.alerts()).containsExactly("a1", "a2");
    assertThat(segment.trend().get(NOW)).isEqualTo(1);
  }

  @Test
  void anOutageThatIsOverStaysInTheTrend() {
    Alert over =
        alert("a1", "silent", minutes(-60))
            .setConditionHolds(false)
            .setState(AlertState.CLEARED)
            .setCause(AlertCause.SEGMENT)
            .setCauseKey("sw-01")
            .build();

    BlindSegment segment = seen(over).get(0);

    assertThat(segment.dark()).isZero();
    assertThat(segment.since()).isNull();
    assertThat(segment.grids()).isEmpty();
    assertThat(segment.trend().get(NOW - 1)).isEqualTo(1);
  }

  @Test
  void otherAlertsAndOtherDevicesAreNotMissed() {
    Alert far =
        alert("a1", "silent", NOON)
            .setPlace(Town.FAR_GRID)
            .setDevices(List.of(Town.camera(3), Town.camera(5)))
            .build();
    Alert frozen = alert("a2", "frozen", NOON).setDevices(List.of(Town.camera(1))).build();
    Alert ofNoRule = alert("a3", "gone", NOON).setDevices(List.of(Town.camera(1))).build();

    assertThat(seen(far, frozen, ofNoRule)).isEmpty();
  }

  private static List<BlindSegment> seen(Alert... alerts) {
    return BlindSegments.of(
        DEVICES, Stream.of(alerts), RULES, SmallTown.view(Role.VIEWER), HOURS, 10);
  }

  private static BlindSegment segment(
      String name, int devices, int dark, List<String> grids, String alert, int hour) {
    List<Integer> trend =
        Stream.iterate(0, n -> n + 1).limit(24).map(n -> n == hour ? 1 : 0).toList();
    return new BlindSegment(
        name, devices, dark, grids, minutes(-90).toEpochMilli(), List.of(alert), trend);
  }

  private static Device camera(int serial, String grid, String segment) {
    return TestingDevice.camera(Town.camera(serial)).in(grid).segment(segment).entry();
  }

  private static Alert.Builder alert(String id, String rule, Instant at) {
    return Alert.newBuilder()
        .setAlertId(id)
        .setRevision(1)
        .setRuleId(rule)
        .setRuleVersion(1)
        .setState(AlertState.OPEN)
        .setPlace(Town.GRID)
        .setLevel(PlaceLevel.GRID)
        .setDistrict(Town.DISTRICT)
        .setFirstOccurredAt(at)
        .setLastOccurredAt(at)
        .setOccurrences(1);
  }

  private static Laid laid(String id, Absence.Kind kind) {
    Rule any = TestingRule.above(id, Measure.NOISE_DBA, 2, 1).build();
    Absence absence = new Absence(kind, Set.of(ModelClass.CAMERA), Duration.ZERO);
    Rule rule = new Rule(id, 1, any.name(), any.colour(), any.places(), absence, any.handling());
    return new Laid(RulebookChange.of(rule), "", 0);
  }
}
