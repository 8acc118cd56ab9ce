package city.xueliang.domain.detector;

import static city.xueliang.domain.detector.TestingSighting.NOON;
import static city.xueliang.domain.detector.TestingSighting.camera;
import static city.xueliang.domain.detector.TestingSighting.grid;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.alert.Evidence;
import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.alert.Signal.Kind;
import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.alert.Why;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.rule.Condition;
import city.xueliang.domain.rule.Extent;
import city.xueliang.domain.rule.Handling;
import city.xueliang.domain.rule.Name;
import city.xueliang.domain.rule.Rule;
import city.xueliang.domain.rule.Sign;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FindingTest {
  private static final Rule RULE =
      new Rule(
          "smoke",
          3,
          new Name("烟雾", "Smoke"),
          Colour.ORANGE,
          Set.of(),
          new Condition.Burst(Sign.of(Measure.SMOKE), Extent.DEVICE, 1, Duration.ofMinutes(1)),
          new Handling(Extent.DEVICE, Duration.ZERO, List.of(), null));
  private static final Subject DEVICE =
      new Subject(grid(1), "630105", camera(1), "sw-17", ModelClass.CAMERA);

  @Test
  void itsSignalIsOfTheRuleAndTheSubject() {
    Signal signal = finding(evidenceOf(camera(2))).signal(RULE, DEVICE);

    assertThat(signal.key()).isEqualTo("smoke@" + camera(1));
    assertThat(signal.ruleVersion()).isEqualTo(3);
    assertThat(signal.kind()).isEqualTo(Kind.CLEARED);
    assertThat(signal.occurredAt()).isEqualTo(NOON);
  }

  @Test
  void evidenceOfNoDeviceIsOfTheSubjects() {
    Signal signal = finding(evidenceOf("")).signal(RULE, DEVICE);

    assertThat(signal.why().evidence()).containsExactly(evidenceOf(camera(1)));
  }

  @Test
  void evidenceOfAnotherDeviceStaysAsItIs() {
    Signal signal = finding(evidenceOf(camera(2))).signal(RULE, DEVICE);

    assertThat(signal.why().evidence()).containsExactly(evidenceOf(camera(2)));
  }

  @Test
  void evidenceOfAPlaceStaysAsItIs() {
    Signal signal = finding(evidenceOf("")).signal(RULE, Subject.ofPlace(grid(1), "630105"));

    assertThat(signal.why().evidence()).containsExactly(evidenceOf(""));
  }

  private static Finding finding(Evidence evidence) {
    return Finding.of(Kind.CLEARED, Why.passed(5, List.of(evidence)), NOON);
  }

  private static Evidence evidenceOf(String deviceId) {
    return new Evidence(deviceId, Measure.SMOKE, 0, NOON);
  }
}
