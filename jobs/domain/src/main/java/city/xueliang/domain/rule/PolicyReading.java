package city.xueliang.domain.rule;

import static city.xueliang.domain.rule.Readings.choice;
import static city.xueliang.domain.rule.Readings.span;

import city.xueliang.domain.config.YamlMapping;
import city.xueliang.domain.config.YamlValue;
import city.xueliang.domain.rule.ResponsePolicy.Terms;
import java.util.List;
import java.util.Set;

/** Reads one response policy of a file. */
final class PolicyReading {
  private final YamlMapping keys;

  PolicyReading(YamlValue value) {
    this.keys = value.mapping();
  }

  ResponsePolicy policy() {
    String id = Readings.text(keys.required("id"));
    Name name = Readings.name(keys.required("name"));
    Set<String> places = Readings.texts(keys.optional("places"));
    List<Terms> terms =
        keys.required("terms").list().stream().map(value -> terms(value.mapping())).toList();
    keys.refuseOtherKeys();
    return new ResponsePolicy(id, 1, name, places, terms);
  }

  private static Terms terms(YamlMapping keys) {
    Terms terms =
        new Terms(
            choice(keys.required("colour"), Colour.class),
            span(keys.required("acknowledge"), RuleRanges.POLICY_DEADLINE),
            span(keys.required("arrive"), RuleRanges.POLICY_DEADLINE),
            span(keys.required("reinforce"), RuleRanges.POLICY_DEADLINE),
            choice(keys.optional("start"), CommandLevel.class, CommandLevel.COMMUNITY));
    keys.refuseOtherKeys();
    return terms;
  }
}
