package city.xueliang.testing;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.rule.ThresholdRule;
import city.xueliang.domain.rule.ThresholdRule.Direction;
import java.time.Duration;
import java.util.Set;

/**
 * Builds threshold rules: first version, orange, no dwell, the whole city, unless told otherwise.
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

  public ThresholdRule build() {
    return new ThresholdRule(
        id,
        1,
        new ThresholdRule.Name("规则 " + id, "rule " + id),
        colour,
        places,
        measure,
        direction,
        limit,
        clearLimit,
        dwell);
  }
}
