package city.xueliang.testing;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.rule.Condition;
import city.xueliang.domain.rule.Condition.Absence;
import city.xueliang.domain.rule.Condition.Threshold;
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

/**
 * Builds rules of all types: first version, red, the whole city, an alert for each device that
 * reopens within five minutes, unless told otherwise.
 */
public final class TestingRules {
  private final String id;
  private final Condition condition;
  private final List<Inhibition> inhibits = new ArrayList<>();
  private int version = 1;
  private Colour colour = Colour.RED;
  private Set<String> places = Set.of();
  private Extent groupBy = Extent.DEVICE;
  private Duration holdOff = Duration.ofMinutes(5);
  private Collapse collapse;

  private TestingRules(String id, Condition condition) {
    this.id = id;
    this.condition = condition;
  }

  public static TestingRules rule(String id, Condition condition) {
    return new TestingRules(id, condition);
  }

  /** A rule that is broken at the limit and above, at once. */
  public static TestingRules above(String id, Measure measure, double limit, double clearLimit) {
    return rule(id, new Threshold(measure, Direction.ABOVE, limit, clearLimit, Duration.ZERO));
  }

  /** A rule that is broken when a camera is not heard for its interval and a minute. */
  public static TestingRules silentCameras(String id) {
    return rule(
        id, new Absence(Absence.Kind.SILENT, Set.of(ModelClass.CAMERA), Duration.ofMinutes(1)));
  }

  public TestingRules version(int version) {
    this.version = version;
    return this;
  }

  public TestingRules colour(Colour colour) {
    this.colour = colour;
    return this;
  }

  public TestingRules in(String... places) {
    this.places = Set.of(places);
    return this;
  }

  public TestingRules groupBy(Extent groupBy) {
    this.groupBy = groupBy;
    return this;
  }

  public TestingRules holdOff(Duration holdOff) {
    this.holdOff = holdOff;
    return this;
  }

  /** Its open alerts hold back those of another rule that have this in common with them. */
  public TestingRules inhibits(String ruleId, Extent equal) {
    inhibits.add(new Inhibition(ruleId, equal));
    return this;
  }

  /** So many devices, and such a share of all, of any common cause are one alert. */
  public TestingRules collapse(int least, double percent, Duration patience) {
    collapse = new Collapse(least, percent, patience, Set.of(Cause.values()));
    return this;
  }

  public Rule build() {
    return new Rule(
        id,
        version,
        new Name("规则 " + id, "rule " + id),
        colour,
        places,
        condition,
        new Handling(groupBy, holdOff, inhibits, collapse));
  }
}
