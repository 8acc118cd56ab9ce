package city.xueliang.domain.desk;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.rule.Condition;
import city.xueliang.domain.rule.Condition.Absence;
import city.xueliang.domain.rule.Direction;
import city.xueliang.domain.rule.Extent;
import city.xueliang.domain.rule.Handling;
import city.xueliang.domain.rule.Handling.Cause;
import city.xueliang.domain.rule.Handling.Collapse;
import city.xueliang.domain.rule.Handling.Inhibition;
import city.xueliang.domain.rule.Name;
import city.xueliang.domain.rule.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Builds rules; without more, a red one of its first version with an alert for each device. */
final class TestingRules {
  private final String id;
  private Condition condition =
      new Condition.Threshold(Measure.GAS_LEL_PERCENT, Direction.ABOVE, 25, 20, Duration.ZERO);
  private int version = 1;
  private Colour colour = Colour.RED;
  private Extent groupBy = Extent.DEVICE;
  private Duration holdOff = Duration.ofMinutes(5);
  private final List<Inhibition> inhibits = new ArrayList<>();
  private Collapse collapse;

  private TestingRules(String id) {
    this.id = id;
  }

  static TestingRules rule(String id) {
    return new TestingRules(id);
  }

  /** Cameras that fell silent: a cause takes 10 of them and half of all; they wait a minute. */
  static TestingRules silentCameras() {
    TestingRules rule = rule("silent-camera");
    rule.condition =
        new Absence(Absence.Kind.SILENT, Set.of(ModelClass.CAMERA), Duration.ofMinutes(1));
    rule.collapse = new Collapse(10, 50, Duration.ofMinutes(1), Set.of(Cause.values()));
    return rule;
  }

  TestingRules version(int changed) {
    version = changed;
    return this;
  }

  TestingRules colour(Colour changed) {
    colour = changed;
    return this;
  }

  TestingRules groupBy(Extent changed) {
    groupBy = changed;
    return this;
  }

  TestingRules holdOff(Duration changed) {
    holdOff = changed;
    return this;
  }

  TestingRules inhibits(String rule, Extent equal) {
    inhibits.add(new Inhibition(rule, equal));
    return this;
  }

  TestingRules collapse(Collapse changed) {
    collapse = changed;
    return this;
  }

  Rule build() {
    return new Rule(
        id,
        version,
        new Name("规则 " + id, "rule " + id),
        colour,
        Set.of(),
        condition,
        new Handling(groupBy, holdOff, inhibits, collapse));
  }
}
