package city.xueliang.domain.rule;

import city.xueliang.domain.rule.Condition.Absence;
import city.xueliang.domain.rule.Condition.Burst;
import city.xueliang.domain.rule.Condition.Coverage;
import city.xueliang.domain.rule.Condition.Rate;
import city.xueliang.domain.rule.Condition.Sequence;
import city.xueliang.domain.rule.Condition.Spread;
import city.xueliang.domain.rule.Condition.Threshold;
import city.xueliang.domain.rule.Condition.Together;
import city.xueliang.domain.rule.Condition.Unusual;
import java.util.Arrays;

/** The types of rules: one for each kind of {@link Condition}. */
public enum RuleType {
  THRESHOLD(Threshold.class),
  RATE(Rate.class),
  ABSENCE(Absence.class),
  BURST(Burst.class),
  TOGETHER(Together.class),
  SEQUENCE(Sequence.class),
  UNUSUAL(Unusual.class),
  SPREAD(Spread.class),
  COVERAGE(Coverage.class);

  private final Class<? extends Condition> condition;

  RuleType(Class<? extends Condition> condition) {
    this.condition = condition;
  }

  public static RuleType of(Condition condition) {
    return Arrays.stream(values())
        .filter(type -> type.condition.isInstance(condition))
        .findFirst()
        .orElseThrow();
  }
}
