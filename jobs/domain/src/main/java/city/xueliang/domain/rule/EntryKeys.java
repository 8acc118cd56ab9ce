package city.xueliang.domain.rule;

import static city.xueliang.domain.rule.RuleRanges.plain;

import city.xueliang.domain.config.DurationText;
import city.xueliang.domain.rule.Condition.Absence;
import city.xueliang.domain.rule.Condition.Burst;
import city.xueliang.domain.rule.Condition.Coverage;
import city.xueliang.domain.rule.Condition.Rate;
import city.xueliang.domain.rule.Condition.Sequence;
import city.xueliang.domain.rule.Condition.Spread;
import city.xueliang.domain.rule.Condition.Threshold;
import city.xueliang.domain.rule.Condition.Together;
import city.xueliang.domain.rule.Condition.Unusual;
import city.xueliang.domain.rule.Handling.Collapse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The content of rules, silences and policies as the keys of a rule file and their values, without
 * id and version: equal content has equal keys, and people can be told which of them differ.
 */
public final class EntryKeys {
  private final Map<String, String> keys = new LinkedHashMap<>();

  private EntryKeys() {}

  /** In the order of a file; empty for a removal. */
  public static Map<String, String> of(RulebookChange change) {
    EntryKeys found = new EntryKeys();
    if (change.rule() != null) {
      found.rule(change.rule());
    } else if (change.silence() != null) {
      found.silence(change.silence());
    } else if (change.policy() != null) {
      found.policy(change.policy());
    }
    return found.keys;
  }

  private void rule(Rule rule) {
    name(rule.name());
    put("colour", rule.colour());
    places(rule.places());
    put("type", RuleType.of(rule.condition()).name().toLowerCase(Locale.ROOT));
    condition(rule.condition());
    Handling handling = rule.handling();
    put("handling.groupBy", handling.groupBy());
    put("handling.holdOff", handling.holdOff());
    handling
        .inhibits()
        .forEach(other -> put("handling.inhibits[" + other.ruleId() + "]", other.equal()));
    Collapse collapse = handling.collapse();
    if (collapse != null) {
      put("handling.collapse.least", collapse.least());
      put("handling.collapse.percent", collapse.percent());
      put("handling.collapse.patience", collapse.patience());
      put("handling.collapse.causes", sorted(collapse.causes()));
    }
  }

  private void condition(Condition condition) {
    if (condition instanceof Threshold terms) {
      put("measure", terms.measure());
      put("direction", terms.direction());
      put("limit", terms.limit());
      put("clearLimit", terms.clearLimit());
      put("dwell", terms.dwell());
    } else if (condition instanceof Rate terms) {
      put("measure", terms.measure());
      put("direction", terms.direction());
      put("limit", terms.limit());
      put("clearLimit", terms.clearLimit());
      put("span", terms.span());
    } else if (condition instanceof Absence terms) {
      put("kind", terms.kind());
      put("devices", sorted(terms.devices()));
      put("grace", terms.grace());
    } else if (condition instanceof Burst terms) {
      put("sign", terms.sign());
      put("per", terms.per());
      put("count", terms.count());
      put("span", terms.span());
    } else if (condition instanceof Together terms) {
      put("signs", terms.signs().stream().map(EntryKeys::text).collect(Collectors.joining(", ")));
      put("devices", terms.devices());
      put("measures", terms.measures());
      put("neighbours", terms.neighbours());
      put("span", terms.span());
    } else if (condition instanceof Sequence terms) {
      put("first", terms.first());
      put("then", terms.then());
      put("per", terms.per());
      put("within", terms.within());
    } else if (condition instanceof Unusual terms) {
      put("measure", terms.measure());
      put("statistic", terms.statistic());
      put("per", terms.per());
      put("side", terms.side());
      put("score", terms.score());
    } else if (condition instanceof Spread terms) {
      put("sign", terms.sign());
      put("grids", terms.grids());
      put("span", terms.span());
    } else if (condition instanceof Coverage terms) {
      put("level", terms.level());
      put("darkPercent", terms.darkPercent());
      put("clearPercent", terms.clearPercent());
      put("leastDevices", terms.leastDevices());
      put("dwell", terms.dwell());
    }
  }

  private void silence(Silence silence) {
    put("kind", silence.kind());
    places(silence.places());
    put("rules", sorted(silence.rules()));
    put("from", Instant.ofEpochMilli(silence.from()));
    put("to", Instant.ofEpochMilli(silence.to()));
  }

  private void policy(ResponsePolicy policy) {
    name(policy.name());
    places(policy.places());
    policy
        .terms()
        .forEach(
            terms -> {
              String path = "terms[" + terms.colour() + "].";
              put(path + "acknowledge", terms.acknowledge());
              put(path + "arrive", terms.arrive());
              put(path + "reinforce", terms.reinforce());
              put(path + "start", terms.start());
            });
  }

  private void name(Name name) {
    put("name.zh", name.zh());
    put("name.en", name.en());
  }

  private void places(Collection<String> places) {
    put("places", sorted(places));
  }

  private void put(String path, Object value) {
    keys.put(path, text(value));
  }

  private static String text(Object value) {
    if (value instanceof Duration span) {
      return DurationText.format(span);
    }
    if (value instanceof Double number) {
      return plain(number);
    }
    if (value instanceof Sign sign) {
      return sign.atLeast() == Sign.ANY
          ? sign.measure().name()
          : sign.measure() + " >= " + plain(sign.atLeast());
    }
    return String.valueOf(value);
  }

  private static String sorted(Collection<?> values) {
    return values.stream()
        .map(Object::toString)
        .sorted()
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
