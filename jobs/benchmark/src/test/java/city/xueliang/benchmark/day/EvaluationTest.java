package city.xueliang.benchmark.day;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.benchmark.day.Evaluation.Sorted;
import city.xueliang.benchmark.day.Truth.Outage;
import city.xueliang.domain.alert.Scope;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.place.Registry;
import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.rule.Handling.Cause;
import city.xueliang.feeds.simulate.incident.Incident;
import city.xueliang.feeds.simulate.incident.IncidentKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final String GRID = "630102001001001";
  private static final String ELSEWHERE = "630102001002001";
  private static final String DISTRICT = "630102";
  private static final Instant NOON = Instant.parse("2026-11-16T04:00:00Z");
  private static final long BEGIN = NOON.toEpochMilli();
  private static final long MINUTE = 60_000;
  private static final long END_OF_DAY = BEGIN + 12 * 60 * MINUTE;
  private static final List<String> SEGMENT =
      IntStream.range(0, 10).mapToObj(EvaluationTest::sensor).toList();
  private static final String SENSOR = sensor(0);
  private static final CityMap CITY =
      new CityMap(
          new Registry(
              List.of(),
              SEGMENT.stream()
                  .map(id -> Device.inService(id, GRID, ModelClass.SENSOR, 60, "sw-1"))
                  .toList()));

  private static final Incident LEAK =
      incident(IncidentKind.GAS_LEAK, List.of(SENSOR), Map.of(Measure.GAS_LEL_PERCENT, 60.0));
  private static final Incident DEAD_SWITCH = incident(IncidentKind.DEAD_SWITCH, SEGMENT, Map.of());

  @Test
  void theRightAlertAtItsPlaceMeetsTheIncident() {
    Sorted sorted = judge(LEAK, atGrid("gas-second-stage", Colour.RED, GRID));

    assertThat(sorted.incidents())
        .singleElement()
        .satisfies(
            verdict -> {
              assertThat(verdict.outcome()).isEqualTo(Outcome.RIGHT);
              assertThat(verdict.delayMillis()).isEqualTo(MINUTE);
              assertThat(verdict.ownDelayMillis()).isEqualTo(MINUTE / 2);
            });
    assertThat(sorted.falseAlarms()).isEmpty();
  }

  @Test
  void anIncidentThatBringsNothingIsMissed() {
    assertThat(outcome(LEAK)).isEqualTo(Outcome.MISSED);
  }

  @Test
  void theRightAlertElsewhereIsAtTheWrongPlace() {
    assertThat(outcome(LEAK, atGrid("gas-second-stage", Colour.RED, ELSEWHERE)))
        .isEqualTo(Outcome.WRONG_PLACE);
  }

  @Test
  void anotherColourIsWrong() {
    assertThat(outcome(LEAK, atGrid("gas-second-stage", Colour.ORANGE, GRID)))
        .isEqualTo(Outcome.WRONG_COLOUR);
  }

  @Test
  void theWeakerRuleAloneIsWrong() {
    assertThat(outcome(LEAK, atGrid("gas-first-stage", Colour.ORANGE, GRID)))
        .isEqualTo(Outcome.WRONG_RULE);
  }

  @Test
  void aWeakLeakNeedsOnlyTheFirstStage() {
    Incident weak =
        incident(IncidentKind.GAS_LEAK, List.of(SENSOR), Map.of(Measure.GAS_LEL_PERCENT, 30.0));

    assertThat(outcome(weak, atGrid("gas-first-stage", Colour.ORANGE, GRID)))
        .isEqualTo(Outcome.RIGHT);
  }

  @Test
  void aDeadSwitchNeedsOneAlertThatListsItsDevices() {
    Scope cause = new Scope(GRID, Level.GRID, DISTRICT, "", Cause.SEGMENT, "sw-1");

    assertThat(outcome(DEAD_SWITCH, silent(cause, SEGMENT))).isEqualTo(Outcome.RIGHT);
    assertThat(outcome(DEAD_SWITCH, silent(cause, SEGMENT.subList(0, 4))))
        .isNotEqualTo(Outcome.RIGHT);
    assertThat(outcome(DEAD_SWITCH, silent(ofDevice(SENSOR), List.of(SENSOR))))
        .isNotEqualTo(Outcome.RIGHT);
  }

  @Test
  void whatBelongsToNothingIsAFalseAlarm() {
    assertThat(judge(LEAK, atGrid("heat", Colour.ORANGE, GRID)).falseAlarms()).hasSize(1);
  }

  @Test
  void theSilenceOfADeviceThatTrulyIsSilentIsNoFalseAlarm() {
    Telling silent = silent(ofDevice(SENSOR), List.of(SENSOR));
    Truth outage =
        new Truth(List.of(), List.of(new Outage(SENSOR, BEGIN - MINUTE, BEGIN + 2 * MINUTE)));
    Truth nothing = new Truth(List.of(), List.of());

    assertThat(new Evaluation(CITY, outage, END_OF_DAY).judge(List.of(silent)).falseAlarms())
        .isEmpty();
    assertThat(new Evaluation(CITY, nothing, END_OF_DAY).judge(List.of(silent)).falseAlarms())
        .containsExactly(silent);
  }

  @Test
  void anIncidentThatTheEndCutsOffIsNotJudged() {
    Sorted sorted =
        new Evaluation(CITY, new Truth(List.of(LEAK), List.of()), BEGIN + 2 * MINUTE)
            .judge(List.of());

    assertThat(sorted.incidents().get(0).outcome()).isEqualTo(Outcome.CUT_OFF);
    assertThat(KindFigures.of(null, sorted.incidents()).judged()).isZero();
  }

  private static Outcome outcome(Incident incident, Telling... told) {
    return judge(incident, told).incidents().get(0).outcome();
  }

  private static Sorted judge(Incident incident, Telling... told) {
    return new Evaluation(CITY, new Truth(List.of(incident), List.of()), END_OF_DAY)
        .judge(List.of(told));
  }

  private static Telling atGrid(String ruleId, Colour colour, String grid) {
    return told(ruleId, colour, Scope.of(grid, Level.GRID, DISTRICT, ""), List.of(SENSOR));
  }

  private static Telling silent(Scope scope, List<String> devices) {
    return told("device-silent", Colour.YELLOW, scope, devices);
  }

  private static Scope ofDevice(String id) {
    return Scope.of(GRID, Level.GRID, DISTRICT, id);
  }

  private static Telling told(String ruleId, Colour colour, Scope scope, List<String> devices) {
    return new Telling(ruleId, colour, scope, devices, BEGIN + MINUTE, BEGIN + MINUTE / 2);
  }

  private static Incident incident(
      IncidentKind kind, List<String> devices, Map<Measure, Double> peaks) {
    return new Incident(
        "incident-0001", kind, List.of(GRID), devices, NOON, NOON.plusMillis(10 * MINUTE), peaks);
  }

  private static String sensor(int number) {
    return "63010200011340%06d".formatted(number);
  }
}
