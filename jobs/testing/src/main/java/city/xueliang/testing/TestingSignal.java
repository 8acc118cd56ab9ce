package city.xueliang.testing;

import city.xueliang.domain.alert.Evidence;
import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.alert.Signal.Kind;
import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.alert.Why;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.rule.Rule;
import java.time.Instant;
import java.util.List;

/**
 * Builds signals: red, of the first version of a rule, about {@link Town#SENSOR} in {@link
 * Town#GRID} at noon, with one gas reading of 30 % LEL above a limit of 25, unless told otherwise.
 */
public final class TestingSignal {
  private final Kind kind;
  private final String ruleId;
  private int ruleVersion = 1;
  private Colour colour = Colour.RED;
  private Subject subject =
      new Subject(Town.GRID, Town.DISTRICT, Town.SENSOR, "sw-01", ModelClass.SENSOR);
  private Instant at = Moments.NOON;

  private TestingSignal(Kind kind, String ruleId) {
    this.kind = kind;
    this.ruleId = ruleId;
  }

  public static TestingSignal raised(String ruleId) {
    return new TestingSignal(Kind.RAISED, ruleId);
  }

  public static TestingSignal repeated(String ruleId) {
    return new TestingSignal(Kind.REPEATED, ruleId);
  }

  public static TestingSignal cleared(String ruleId) {
    return new TestingSignal(Kind.CLEARED, ruleId);
  }

  /** Of this rule, with its version and colour. */
  public static TestingSignal of(Kind kind, Rule rule) {
    TestingSignal signal = new TestingSignal(kind, rule.id());
    signal.ruleVersion = rule.version();
    signal.colour = rule.colour();
    return signal;
  }

  public TestingSignal about(Subject subject) {
    this.subject = subject;
    return this;
  }

  public TestingSignal about(TestingDevice device) {
    return about(subject(device.entry()));
  }

  public TestingSignal colour(Colour colour) {
    this.colour = colour;
    return this;
  }

  public TestingSignal at(Instant at) {
    this.at = at;
    return this;
  }

  public Signal build() {
    Evidence reading =
        new Evidence(subject.deviceId(), Measure.GAS_LEL_PERCENT, 30, at.toEpochMilli());
    Why why = Why.passed(25, List.of(reading));
    return new Signal(kind, ruleId, ruleVersion, colour, subject, why, at.toEpochMilli());
  }

  /** A device of the registry as signals speak of it. */
  public static Subject subject(Device device) {
    return new Subject(
        device.grid(),
        PlaceCodes.districtOf(device.grid()),
        device.deviceId(),
        device.segment(),
        device.modelClass());
  }
}
