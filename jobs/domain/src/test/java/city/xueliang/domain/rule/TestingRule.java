package city.xueliang.domain.rule;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.rule.ThresholdRule.Direction;
import city.xueliang.domain.rule.ThresholdRule.Name;
import java.time.Duration;
import java.util.Set;

/** Builds rules; without more, gas at 25 % LEL that clears at 20 %, in the whole city. */
public final class TestingRule {
  private String id = "gas";
  private Set<String> places = Set.of();
  private Direction direction = Direction.ABOVE;
  private double limit = 25;
  private double clearLimit = 20;
  private Duration dwell = Duration.ZERO;

  private TestingRule() {}

  public static TestingRule rule() {
    return new TestingRule();
  }

  public TestingRule id(String changed) {
    id = changed;
    return this;
  }

  public TestingRule places(String... codes) {
    places = Set.of(codes);
    return this;
  }

  public TestingRule above(double raises, double clears) {
    direction = Direction.ABOVE;
    limit = raises;
    clearLimit = clears;
    return this;
  }

  public TestingRule below(double raises, double clears) {
    direction = Direction.BELOW;
    limit = raises;
    clearLimit = clears;
    return this;
  }

  public TestingRule dwell(Duration changed) {
    dwell = changed;
    return this;
  }

  public ThresholdRule build() {
    return new ThresholdRule(
        id,
        1,
        new Name("可燃气体", "Combustible gas"),
        Colour.ORANGE,
        places,
        Measure.GAS_LEL_PERCENT,
        direction,
        limit,
        clearLimit,
        dwell);
  }
}
