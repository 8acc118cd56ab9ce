package city.xueliang.testing;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.rule.Condition;
import city.xueliang.domain.rule.Direction;
import city.xueliang.domain.rule.Extent;
import city.xueliang.domain.rule.Handling;
import city.xueliang.domain.rule.Name;
import city.xueliang.domain.rule.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Builds threshold rules: first version, orange, no dwell, no hold-off, the whole city, an alert
 * for each device, unless told otherwise.
 */
public final class TestingRule {
  private final String id;
  private final Measure measure;
  private final Direction direction;
  private final double limit;
  private final double clearLimit;
  private Set<String> places = Set.of();
  private Duration dwell = Duration.ZERO;
  private Colour colour = Colour.ORANGE;
  private int version = 1;
  private Duration holdOff = Duration.ZERO;

  private TestingRule(
      String id, Measure measure, Direction direction, double limit, double clearLimit) {
    this.id = id;
    this.measure = measure;
    this.direction = direction;
    this.limit = limit;
    this.clearLimit = clearLimit;
  }

  /** A rule that is broken at the limit and above. */
  public static TestingRule above(String id, Measure measure, double limit, double clearLimit) {
    return new TestingRule(id, measure, Direction.ABOVE, limit, clearLimit);
  }

  /** A rule that is broken at the limit and below. */
  public static TestingRule below(String id, Measure measure, double limit, double clearLimit) {
    return new TestingRule(id, measure, Direction.BELOW, limit, clearLimit);
  }

  public TestingRule in(String... places) {
    this.places = Set.of(places);
    return this;
  }

  public TestingRule dwell(Duration dwell) {
    this.dwell = dwell;
    return this;
  }

  public TestingRule colour(Colour colour) {
    this.colour = colour;
    return this;
  }

  public TestingRule holdOff(Duration holdOff) {
    this.holdOff = holdOff;
    return this;
  }

  public TestingRule version(int version) {
    this.version = version;
    return this;
  }

  public Rule build() {
    return new Rule(
        id,
        version,
        new Name("规则 " + id, "rule " + id),
        colour,
        places,
        new Condition.Threshold(measure, direction, limit, clearLimit, dwell),
        new Handling(Extent.DEVICE, holdOff, List.of(), null));
  }
}
