package city.xueliang.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EntryKeysTest {
  static List<Rule> rules() {
    return RuleSamples.ofEachType();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aVersionIsNoContent(Rule rule) {
    RulebookChange change = RulebookChange.of(rule);

    assertThat(change.saysTheSameAs(change.withVersion(99))).isTrue();
    assertThat(change.withVersion(99).contentVersion()).isEqualTo(99);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void anotherHoldOffIsAnotherContent(Rule rule) {
    Handling handling = rule.handling();
    Rule other =
        new Rule(
            rule.id(),
            rule.version(),
            rule.name(),
            rule.colour(),
            rule.places(),
            rule.condition(),
            new Handling(
                handling.groupBy(),
                handling.holdOff().plusMillis(1),
                handling.inhibits(),
                handling.collapse()));

    assertThat(RulebookChange.of(rule).saysTheSameAs(RulebookChange.of(other))).isFalse();
  }

  @Test
  void everyTypeTellsAllOfItsTerms() {
    assertThat(RuleSamples.ofEachType())
        .allSatisfy(
            rule ->
                assertThat(EntryKeys.of(RulebookChange.of(rule)))
                    .hasSizeGreaterThan(
                        6 + rule.condition().getClass().getRecordComponents().length));
  }

  @Test
  void policiesAndSilencesTellTheirs() {
    assertThat(EntryKeys.of(RulebookChange.of(RuleSamples.policy())))
        .containsEntry("terms[RED].arrive", "3m")
        .containsEntry("places", "[school-belt]");
    assertThat(EntryKeys.of(RulebookChange.of(RuleSamples.silence())))
        .containsEntry("rules", "[camera-silent]")
        .containsEntry("from", "2026-11-18T11:06:40Z");
    assertThat(EntryKeys.of(RulebookChange.removal("a"))).isEmpty();
  }
}
