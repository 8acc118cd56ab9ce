package city.xueliang.rulebook;

import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.rule.Condition;
import city.xueliang.domain.rule.Condition.Absence;
import city.xueliang.domain.rule.Condition.Burst;
import city.xueliang.domain.rule.Condition.Coverage;
import city.xueliang.domain.rule.Condition.Rate;
import city.xueliang.domain.rule.Condition.Sequence;
import city.xueliang.domain.rule.Condition.Spread;
import city.xueliang.domain.rule.Condition.Threshold;
import city.xueliang.domain.rule.Condition.Together;
import city.xueliang.domain.rule.Condition.Unusual;
import city.xueliang.domain.rule.Direction;
import city.xueliang.domain.rule.Extent;
import city.xueliang.domain.rule.Sign;
import city.xueliang.domain.text.Problem;
import city.xueliang.schemas.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The condition of one rule's record; an unknown symbol becomes null, for the check to find. */
final class ConditionReader {
  private final String source;
  private final List<Problem> problems = new ArrayList<>();

  ConditionReader(String source) {
    this.source = source;
  }

  /** What the check of the rule cannot see. */
  List<Problem> problems() {
    return problems;
  }

  /** Null with a problem if the terms of none or of several types are there. */
  Condition read(Rule rule) {
    List<Condition> conditions =
        Stream.of(
                rule.getThreshold() == null ? null : of(rule.getThreshold()),
                rule.getRate() == null ? null : of(rule.getRate()),
                rule.getAbsence() == null ? null : of(rule.getAbsence()),
                rule.getBurst() == null ? null : of(rule.getBurst()),
                rule.getTogether() == null ? null : of(rule.getTogether()),
                rule.getSequence() == null ? null : of(rule.getSequence()),
                rule.getUnusual() == null ? null : of(rule.getUnusual()),
                rule.getSpread() == null ? null : of(rule.getSpread()),
                rule.getCoverage() == null ? null : of(rule.getCoverage()))
            .filter(Objects::nonNull)
            .toList();
    if (conditions.size() != 1) {
      problems.add(Problem.of(source, 0, "type", "rule-terms", conditions.size()));
      return null;
    }
    return conditions.get(0);
  }

  private static Condition of(city.xueliang.schemas.Threshold terms) {
    return new Threshold(
        Symbols.measure(terms.getKind(), terms.getQuantity()),
        Symbols.of(Direction.class, terms.getDirection()),
        terms.getLimit(),
        terms.getClearLimit(),
        Duration.ofMillis(terms.getDwellMillis()));
  }

  private static Condition of(city.xueliang.schemas.Rate terms) {
    return new Rate(
        Symbols.measure(terms.getKind(), terms.getQuantity()),
        Symbols.of(Direction.class, terms.getDirection()),
        terms.getLimit(),
        terms.getClearLimit(),
        Duration.ofMillis(terms.getSpanMillis()));
  }

  private Condition of(city.xueliang.schemas.Absence terms) {
    if (terms.getDevices().stream().anyMatch(d -> Symbols.of(ModelClass.class, d) == null)) {
      problems.add(Problem.of(source, 0, "devices", "entry-missing"));
    }
    return new Absence(
        Symbols.of(Absence.Kind.class, terms.getKind()),
        RulebookReader.known(ModelClass.class, terms.getDevices()),
        Duration.ofMillis(terms.getGraceMillis()));
  }

  private static Condition of(city.xueliang.schemas.Burst terms) {
    return new Burst(
        sign(terms.getSign()),
        Symbols.of(Extent.class, terms.getPer()),
        terms.getCount(),
        Duration.ofMillis(terms.getSpanMillis()));
  }

  private static Condition of(city.xueliang.schemas.Together terms) {
    return new Together(
        terms.getSigns().stream().map(ConditionReader::sign).toList(),
        terms.getDevices(),
        terms.getMeasures(),
        terms.getNeighbours(),
        Duration.ofMillis(terms.getSpanMillis()));
  }

  private static Condition of(city.xueliang.schemas.Sequence terms) {
    return new Sequence(
        sign(terms.getFirst()),
        sign(terms.getThen()),
        Symbols.of(Extent.class, terms.getPer()),
        Duration.ofMillis(terms.getWithinMillis()));
  }

  private static Condition of(city.xueliang.schemas.Unusual terms) {
    return new Unusual(
        Symbols.measure(terms.getKind(), terms.getQuantity()),
        Symbols.of(Unusual.Statistic.class, terms.getStatistic()),
        Symbols.of(Extent.class, terms.getPer()),
        Symbols.of(Unusual.Side.class, terms.getSide()),
        terms.getScore());
  }

  private static Condition of(city.xueliang.schemas.Spread terms) {
    return new Spread(
        sign(terms.getSign()), terms.getGrids(), Duration.ofMillis(terms.getSpanMillis()));
  }

  private static Condition of(city.xueliang.schemas.Coverage terms) {
    return new Coverage(
        Symbols.of(Level.class, terms.getLevel()),
        terms.getDarkPercent(),
        terms.getClearPercent(),
        terms.getLeastDevices(),
        Duration.ofMillis(terms.getDwellMillis()));
  }

  private static Sign sign(city.xueliang.schemas.Sign sign) {
    return new Sign(
        Symbols.measure(sign.getKind(), sign.getQuantity()),
        sign.getAtLeast() == null ? Sign.ANY : sign.getAtLeast());
  }
}
