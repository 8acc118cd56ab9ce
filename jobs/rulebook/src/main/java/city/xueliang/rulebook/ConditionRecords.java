package city.xueliang.rulebook;

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
import city.xueliang.domain.rule.Sign;
import city.xueliang.schemas.AbsenceKind;
import city.xueliang.schemas.Direction;
import city.xueliang.schemas.Extent;
import city.xueliang.schemas.ModelClass;
import city.xueliang.schemas.PlaceLevel;
import city.xueliang.schemas.Rule;
import city.xueliang.schemas.Side;
import city.xueliang.schemas.Statistic;

/** Conditions as the terms of a rule's record: those of its type are there, the others null. */
final class ConditionRecords {
  private ConditionRecords() {}

  static void put(Condition condition, Rule.Builder rule) {
    if (condition instanceof Threshold threshold) {
      rule.setThreshold(toRecord(threshold));
    } else if (condition instanceof Rate rate) {
      rule.setRate(toRecord(rate));
    } else if (condition instanceof Absence absence) {
      rule.setAbsence(toRecord(absence));
    } else if (condition instanceof Burst burst) {
      rule.setBurst(toRecord(burst));
    } else if (condition instanceof Together together) {
      rule.setTogether(toRecord(together));
    } else if (condition instanceof Sequence sequence) {
      rule.setSequence(toRecord(sequence));
    } else if (condition instanceof Unusual unusual) {
      rule.setUnusual(toRecord(unusual));
    } else if (condition instanceof Spread spread) {
      rule.setSpread(toRecord(spread));
    } else if (condition instanceof Coverage coverage) {
      rule.setCoverage(toRecord(coverage));
    }
  }

  private static city.xueliang.schemas.Threshold toRecord(Threshold terms) {
    return city.xueliang.schemas.Threshold.newBuilder()
        .setKind(Symbols.kind(terms.measure()))
        .setQuantity(Symbols.quantity(terms.measure()))
        .setDirection(Direction.valueOf(terms.direction().name()))
        .setLimit(terms.limit())
        .setClearLimit(terms.clearLimit())
        .setDwellMillis(terms.dwell().toMillis())
        .build();
  }

  private static city.xueliang.schemas.Rate toRecord(Rate terms) {
    return city.xueliang.schemas.Rate.newBuilder()
        .setKind(Symbols.kind(terms.measure()))
        .setQuantity(Symbols.quantity(terms.measure()))
        .setDirection(Direction.valueOf(terms.direction().name()))
        .setLimit(terms.limit())
        .setClearLimit(terms.clearLimit())
        .setSpanMillis(terms.span().toMillis())
        .build();
  }

  private static city.xueliang.schemas.Absence toRecord(Absence terms) {
    return city.xueliang.schemas.Absence.newBuilder()
        .setKind(AbsenceKind.valueOf(terms.kind().name()))
        .setDevices(Symbols.all(ModelClass.class, terms.devices()))
        .setGraceMillis(terms.grace().toMillis())
        .build();
  }

  private static city.xueliang.schemas.Burst toRecord(Burst terms) {
    return city.xueliang.schemas.Burst.newBuilder()
        .setSign(toRecord(terms.sign()))
        .setPer(Extent.valueOf(terms.per().name()))
        .setCount(terms.count())
        .setSpanMillis(terms.span().toMillis())
        .build();
  }

  private static city.xueliang.schemas.Together toRecord(Together terms) {
    return city.xueliang.schemas.Together.newBuilder()
        .setSigns(terms.signs().stream().map(ConditionRecords::toRecord).toList())
        .setDevices(terms.devices())
        .setMeasures(terms.measures())
        .setNeighbours(terms.neighbours())
        .setSpanMillis(terms.span().toMillis())
        .build();
  }

  private static city.xueliang.schemas.Sequence toRecord(Sequence terms) {
    return city.xueliang.schemas.Sequence.newBuilder()
        .setFirst(toRecord(terms.first()))
        .setThen(toRecord(terms.then()))
        .setPer(Extent.valueOf(terms.per().name()))
        .setWithinMillis(terms.within().toMillis())
        .build();
  }

  private static city.xueliang.schemas.Unusual toRecord(Unusual terms) {
    return city.xueliang.schemas.Unusual.newBuilder()
        .setKind(Symbols.kind(terms.measure()))
        .setQuantity(Symbols.quantity(terms.measure()))
        .setStatistic(Statistic.valueOf(terms.statistic().name()))
        .setPer(Extent.valueOf(terms.per().name()))
        .setSide(Side.valueOf(terms.side().name()))
        .setScore(terms.score())
        .build();
  }

  private static city.xueliang.schemas.Spread toRecord(Spread terms) {
    return city.xueliang.schemas.Spread.newBuilder()
        .setSign(toRecord(terms.sign()))
        .setGrids(terms.grids())
        .setSpanMillis(terms.span().toMillis())
        .build();
  }

  private static city.xueliang.schemas.Coverage toRecord(Coverage terms) {
    return city.xueliang.schemas.Coverage.newBuilder()
        .setLevel(PlaceLevel.valueOf(terms.level().name()))
        .setDarkPercent(terms.darkPercent())
        .setClearPercent(terms.clearPercent())
        .setLeastDevices(terms.leastDevices())
        .setDwellMillis(terms.dwell().toMillis())
        .build();
  }

  private static city.xueliang.schemas.Sign toRecord(Sign sign) {
    return city.xueliang.schemas.Sign.newBuilder()
        .setKind(Symbols.kind(sign.measure()))
        .setQuantity(Symbols.quantity(sign.measure()))
        .setAtLeast(sign.atLeast() == Sign.ANY ? null : sign.atLeast())
        .build();
  }
}
