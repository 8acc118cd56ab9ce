package city.xueliang.domain.rule;

import static city.xueliang.domain.rule.Readings.choice;
import static city.xueliang.domain.rule.Readings.choices;
import static city.xueliang.domain.rule.Readings.count;
import static city.xueliang.domain.rule.Readings.number;
import static city.xueliang.domain.rule.Readings.span;

import city.xueliang.domain.config.YamlMapping;
import city.xueliang.domain.config.YamlValue;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.rule.Condition.Absence;
import city.xueliang.domain.rule.Condition.Burst;
import city.xueliang.domain.rule.Condition.Coverage;
import city.xueliang.domain.rule.Condition.Rate;
import city.xueliang.domain.rule.Condition.Sequence;
import city.xueliang.domain.rule.Condition.Spread;
import city.xueliang.domain.rule.Condition.Threshold;
import city.xueliang.domain.rule.Condition.Together;
import city.xueliang.domain.rule.Condition.Unusual;
import city.xueliang.domain.rule.RuleRanges.Numbers;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Reads the terms of one rule of a file. */
final class ConditionReading {
  private static final int COVERAGE_LEAST_DEVICES = 5;
  private static final int TOGETHER_DEVICES = 2;

  /** At one point a minute, an ordinary series gets there less than once a day. */
  private static final double UNUSUAL_SCORE = 0.6;

  private final YamlMapping keys;

  /**
   * @param keys of the rule, in which the terms stand
   */
  ConditionReading(YamlMapping keys) {
    this.keys = keys;
  }

  Condition condition(RuleType type) {
    return switch (type) {
      case THRESHOLD -> threshold();
      case RATE -> rate();
      case ABSENCE -> absence();
      case BURST ->
          new Burst(
              sign(keys.required("sign")),
              choice(keys.optional("per"), Extent.class, Extent.DEVICE),
              count(keys.optional("count"), RuleRanges.BURST_COUNT, 1),
              span(keys.required("span"), RuleRanges.BURST_SPAN));
      case TOGETHER ->
          new Together(
              signs(keys.required("signs")),
              count(keys.optional("devices"), RuleRanges.TOGETHER_DEVICES, TOGETHER_DEVICES),
              count(keys.optional("measures"), RuleRanges.TOGETHER_MEASURES, 1),
              keys.optional("neighbours").bool().orElse(false),
              span(keys.required("span"), RuleRanges.TOGETHER_SPAN));
      case SEQUENCE ->
          new Sequence(
              sign(keys.required("first")),
              sign(keys.required("then")),
              choice(keys.required("per"), Extent.class),
              span(keys.required("within"), RuleRanges.SEQUENCE_WITHIN));
      case UNUSUAL -> unusual();
      case SPREAD ->
          new Spread(
              sign(keys.required("sign")),
              count(keys.required("grids"), RuleRanges.SPREAD_GRIDS),
              span(keys.required("span"), RuleRanges.SPREAD_SPAN));
      case COVERAGE -> coverage();
    };
  }

  private Condition threshold() {
    Measure measure = valued(keys.required("measure"));
    Numbers range = RuleRanges.values(measure);
    return new Threshold(
        measure,
        choice(keys.required("direction"), Direction.class),
        number(keys.required("limit"), range),
        number(keys.required("clearLimit"), range),
        span(keys.optional("dwell"), RuleRanges.THRESHOLD_DWELL, Duration.ZERO));
  }

  private Condition rate() {
    Measure measure = valued(keys.required("measure"));
    Numbers range = RuleRanges.changes(measure);
    Direction direction = choice(keys.required("direction"), Direction.class);
    double limit = number(keys.required("limit"), range);
    return new Rate(
        measure,
        direction,
        limit,
        number(keys.optional("clearLimit"), range, half(limit)),
        span(keys.required("span"), RuleRanges.RATE_SPAN));
  }

  private Condition absence() {
    Absence.Kind kind = choice(keys.required("kind"), Absence.Kind.class);
    Set<ModelClass> allThatCan =
        kind == Absence.Kind.FROZEN
            ? EnumSet.of(ModelClass.SENSOR)
            : EnumSet.allOf(ModelClass.class);
    return new Absence(
        kind,
        choices(keys.optional("devices"), ModelClass.class, allThatCan),
        span(keys.optional("grace"), RuleRanges.ABSENCE_GRACE, Duration.ZERO));
  }

  private Condition unusual() {
    Measure measure = choice(keys.required("measure"), Measure.class);
    Extent per = choice(keys.required("per"), Extent.class);
    return new Unusual(
        measure,
        choice(
            keys.optional("statistic"),
            Unusual.Statistic.class,
            per == Extent.DEVICE ? Unusual.Statistic.VALUE : Unusual.Statistic.COUNT),
        per,
        choice(keys.optional("side"), Unusual.Side.class, Unusual.Side.HIGH),
        number(keys.optional("score"), RuleRanges.UNUSUAL_SCORE, UNUSUAL_SCORE));
  }

  private Condition coverage() {
    Level level = choice(keys.required("level"), Level.class);
    double dark = number(keys.required("darkPercent"), RuleRanges.COVERAGE_DARK_PERCENT);
    return new Coverage(
        level,
        dark,
        number(keys.optional("clearPercent"), RuleRanges.COVERAGE_CLEAR_PERCENT, half(dark)),
        count(
            keys.optional("leastDevices"),
            RuleRanges.COVERAGE_LEAST_DEVICES,
            COVERAGE_LEAST_DEVICES),
        span(keys.optional("dwell"), RuleRanges.COVERAGE_DWELL, Duration.ZERO));
  }

  /** 0 for what is missing itself, of which enough is said. */
  private static double half(double number) {
    return Double.isNaN(number) ? 0 : number / 2;
  }

  private static Measure valued(YamlValue value) {
    List<Measure> valued = Arrays.stream(Measure.values()).filter(Measure::isValued).toList();
    return value.choice(valued).orElse(null);
  }

  private static List<Sign> signs(YamlValue list) {
    return list.list().stream().map(ConditionReading::sign).filter(Objects::nonNull).toList();
  }

  /** A kind without values by its name alone, or a mapping of a measure and its least value. */
  private static Sign sign(YamlValue value) {
    if (!value.isPresent()) {
      return null;
    }
    if (!value.isMapping()) {
      Measure measure = choice(value, Measure.class);
      return measure == null ? null : Sign.of(measure);
    }
    YamlMapping keys = value.mapping();
    Measure measure = choice(keys.required("measure"), Measure.class);
    double atLeast = number(keys.optional("atLeast"), RuleRanges.values(measure), Sign.ANY);
    keys.refuseOtherKeys();
    return new Sign(measure, atLeast);
  }
}
