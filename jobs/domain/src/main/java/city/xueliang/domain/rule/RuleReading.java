package city.xueliang.domain.rule;

import static city.xueliang.domain.rule.Readings.choice;
import static city.xueliang.domain.rule.Readings.choices;
import static city.xueliang.domain.rule.Readings.count;
import static city.xueliang.domain.rule.Readings.number;
import static city.xueliang.domain.rule.Readings.span;

import city.xueliang.domain.config.YamlMapping;
import city.xueliang.domain.config.YamlValue;
import city.xueliang.domain.rule.Handling.Cause;
import city.xueliang.domain.rule.Handling.Collapse;
import city.xueliang.domain.rule.Handling.Inhibition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reads one rule of a file. What is missing or of another shape is a problem and becomes null or
 * NaN; whether the rest makes sense is for {@link RuleCheck}.
 */
final class RuleReading {
  static final Duration HOLD_OFF = Duration.ofMinutes(5);
  private static final int COLLAPSE_LEAST = 5;
  private static final double COLLAPSE_PERCENT = 50;
  private static final Duration COLLAPSE_PATIENCE = Duration.ofSeconds(30);

  private final YamlMapping keys;

  RuleReading(YamlValue value) {
    this.keys = value.mapping();
  }

  Rule rule() {
    String id = keys.required("id").string().orElse(null);
    Name name = Readings.name(keys.required("name"));
    Colour colour = choice(keys.required("colour"), Colour.class);
    Set<String> places = Readings.texts(keys.optional("places"));
    Condition condition =
        keys.required("type")
            .choice(RuleType.class)
            .map(type -> new ConditionReading(keys).condition(type))
            .orElse(null);
    YamlValue handling = keys.optional("handling");
    Handling handled = handling(handling.mapping(), condition);
    if (condition != null || !keys.has("type")) {
      keys.refuseOtherKeys();
    }
    return new Rule(id, 1, name, colour, places, condition, handled);
  }

  private static Handling handling(YamlMapping keys, Condition condition) {
    // Of a rule that is refused anyway nothing more is to be said for that.
    Extent judged =
        condition == null || condition.judges() == null ? Extent.CITY : condition.judges();
    Extent groupBy = choice(keys.optional("groupBy"), Extent.class, judged);
    Duration holdOff = span(keys.optional("holdOff"), RuleRanges.HOLD_OFF, HOLD_OFF);
    List<Inhibition> inhibits = new ArrayList<>();
    keys.optional("inhibits").list().forEach(item -> inhibits.add(inhibition(item, judged)));
    YamlValue collapse = keys.optional("collapse");
    Collapse collapsed = collapse.isPresent() ? collapse(collapse.mapping()) : null;
    keys.refuseOtherKeys();
    return new Handling(groupBy, holdOff, inhibits, collapsed);
  }

  private static Inhibition inhibition(YamlValue value, Extent judged) {
    YamlMapping keys = value.mapping();
    Inhibition inhibition =
        new Inhibition(
            keys.required("rule").string().orElse(null),
            choice(keys.optional("equal"), Extent.class, judged));
    keys.refuseOtherKeys();
    return inhibition;
  }

  private static Collapse collapse(YamlMapping keys) {
    Collapse collapse =
        new Collapse(
            count(keys.optional("least"), RuleRanges.COLLAPSE_LEAST, COLLAPSE_LEAST),
            number(keys.optional("percent"), RuleRanges.COLLAPSE_PERCENT, COLLAPSE_PERCENT),
            span(keys.optional("patience"), RuleRanges.COLLAPSE_PATIENCE, COLLAPSE_PATIENCE),
            choices(keys.optional("causes"), Cause.class, EnumSet.allOf(Cause.class)));
    keys.refuseOtherKeys();
    return collapse;
  }
}
