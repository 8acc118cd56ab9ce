package city.xueliang.domain.rule;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.rule.Condition.Absence;
import city.xueliang.domain.rule.Condition.Burst;
import city.xueliang.domain.rule.Condition.Coverage;
import city.xueliang.domain.rule.Condition.Rate;
import city.xueliang.domain.rule.Condition.Sequence;
import city.xueliang.domain.rule.Condition.Spread;
import city.xueliang.domain.rule.Condition.Threshold;
import city.xueliang.domain.rule.Condition.Together;
import city.xueliang.domain.rule.Condition.Unusual;
import city.xueliang.domain.rule.Handling.Cause;
import city.xueliang.domain.rule.Handling.Collapse;
import city.xueliang.domain.rule.Handling.Inhibition;
import city.xueliang.domain.rule.ResponsePolicy.Terms;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A sound rule of each type, a silence and a policy. */
public final class RuleSamples {
  public static final Handling SIMPLE =
      new Handling(Extent.DEVICE, Duration.ofMinutes(5), List.of(), null);

  public static final List<Condition> CONDITIONS =
      List.of(
          new Threshold(
              Measure.TEMPERATURE_CELSIUS, Direction.BELOW, -25, -20.5, Duration.ofMinutes(5)),
          new Rate(Measure.WATER_PRESSURE_KPA, Direction.BELOW, 80, 20, Duration.ofMinutes(10)),
          new Absence(
              Absence.Kind.SILENT,
              Set.of(ModelClass.CAMERA, ModelClass.SENSOR),
              Duration.ofMinutes(1)),
          new Burst(Sign.of(Measure.PERIMETER_BREACH), Extent.GRID, 3, Duration.ofMinutes(10)),
          new Together(
              List.of(
                  Sign.of(Measure.FLAME),
                  Sign.of(Measure.SMOKE),
                  new Sign(Measure.TEMPERATURE_CELSIUS, 60)),
              2,
              2,
              true,
              Duration.ofMinutes(3)),
          new Sequence(
              new Sign(Measure.DOOR_OPEN, 1),
              Sign.of(Measure.PERIMETER_BREACH),
              Extent.GRID,
              Duration.ofMinutes(5)),
          new Unusual(
              Measure.CROWD_COUNT, Unusual.Statistic.SUM, Extent.ZONE, Unusual.Side.HIGH, 0.875),
          new Spread(new Sign(Measure.WATER_DEPTH_MM, 150), 3, Duration.ofMinutes(30)),
          new Coverage(Level.STREET, 30, 20, 20, Duration.ofMinutes(5)));

  private RuleSamples() {}

  public static Rule rule(String id, Condition condition) {
    return rule(id, condition, handling(condition));
  }

  public static Rule rule(String id, Condition condition, Handling handling) {
    return new Rule(id, 3, new Name("规则", "Rule"), Colour.ORANGE, Set.of(), condition, handling);
  }

  /** One rule of each type, at some places. */
  public static List<Rule> ofEachType() {
    return CONDITIONS.stream()
        .map(
            condition ->
                new Rule(
                    "r-" + CONDITIONS.indexOf(condition),
                    7,
                    new Name("规则", "Rule"),
                    Colour.RED,
                    Set.of("630105", "school-belt"),
                    condition,
                    handling(condition)))
        .toList();
  }

  public static Handling collapsing() {
    return new Handling(
        Extent.DEVICE,
        Duration.ofMinutes(30),
        List.of(new Inhibition("camera-fault", Extent.DEVICE)),
        new Collapse(10, 50, Duration.ofSeconds(30), Set.of(Cause.SEGMENT, Cause.FEED)));
  }

  public static Silence silence() {
    return new Silence(
        "road-works",
        Silence.Kind.MAINTENANCE,
        Set.of("630105002", "school-belt"),
        Set.of("camera-silent"),
        1_795_000_000_000L,
        1_795_007_200_000L,
        "630100-ops-01");
  }

  public static ResponsePolicy policy() {
    return new ResponsePolicy(
        "schools",
        2,
        new Name("学校", "Schools"),
        Set.of("school-belt"),
        List.of(
            new Terms(
                Colour.RED,
                Duration.ofMinutes(1),
                Duration.ofMinutes(3),
                Duration.ofMinutes(5),
                CommandLevel.COMMUNITY)));
  }

  private static Handling handling(Condition condition) {
    return condition instanceof Absence
        ? collapsing()
        : new Handling(Extent.DISTRICT, Duration.ZERO, List.of(), null);
  }
}
