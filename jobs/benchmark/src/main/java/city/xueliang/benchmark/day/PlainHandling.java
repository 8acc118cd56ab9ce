package city.xueliang.benchmark.day;

import city.xueliang.domain.rule.Handling;
import city.xueliang.domain.rule.Rule;
import city.xueliang.domain.rule.Rulebook;
import city.xueliang.domain.rule.RulebookChange;
import java.time.Duration;
import java.util.List;

/** The same rules without any handling: an alert for each device or place and each relapse. */
final class PlainHandling {
  private PlainHandling() {}

  static Rulebook of(Rulebook rules) {
    Rulebook plain = rules;
    for (Rule rule : rules.rules().values()) {
      plain = plain.with(RulebookChange.of(plain(rule)));
    }
    return plain;
  }

  private static Rule plain(Rule rule) {
    return new Rule(
        rule.id(),
        rule.version(),
        rule.name(),
        rule.colour(),
        rule.places(),
        rule.condition(),
        new Handling(rule.condition().judges(), Duration.ZERO, List.of(), null));
  }
}
