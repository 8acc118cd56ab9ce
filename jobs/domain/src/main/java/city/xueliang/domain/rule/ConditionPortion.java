package city.xueliang.domain.rule;

import static city.xueliang.domain.rule.RulePortions.readEnum;
import static city.xueliang.domain.rule.RulePortions.readMeasure;
import static city.xueliang.domain.rule.RulePortions.readSign;
import static city.xueliang.domain.rule.RulePortions.readSpan;
import static city.xueliang.domain.rule.RulePortions.writeEnum;
import static city.xueliang.domain.rule.RulePortions.writeMeasure;
import static city.xueliang.domain.rule.RulePortions.writeSign;
import static city.xueliang.domain.rule.RulePortions.writeSpan;

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
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A condition within the serial form of a rule: the name of its type, then its parts. */
final class ConditionPortion {
  private ConditionPortion() {}

  static void write(Condition condition, DataOutput out) throws IOException {
    writeEnum(RuleType.of(condition), out);
    if (condition instanceof Threshold threshold) {
      writeMeasure(threshold.measure(), out);
      writeEnum(threshold.direction(), out);
      out.writeDouble(threshold.limit());
      out.writeDouble(threshold.clearLimit());
      writeSpan(threshold.dwell(), out);
    } else if (condition instanceof Rate rate) {
      writeMeasure(rate.measure(), out);
      writeEnum(rate.direction(), out);
      out.writeDouble(rate.limit());
      out.writeDouble(rate.clearLimit());
      writeSpan(rate.span(), out);
    } else if (condition instanceof Absence absence) {
      writeEnum(absence.kind(), out);
      RulePortions.writeNames(absence.devices(), out);
      writeSpan(absence.grace(), out);
    } else if (condition instanceof Burst burst) {
      writeSign(burst.sign(), out);
      writeEnum(burst.per(), out);
      out.writeInt(burst.count());
      writeSpan(burst.span(), out);
    } else if (condition instanceof Together together) {
      RulePortions.writeAll(together.signs(), RulePortions::writeSign, out);
      out.writeInt(together.devices());
      out.writeInt(together.measures());
      out.writeBoolean(together.neighbours());
      writeSpan(together.span(), out);
    } else if (condition instanceof Sequence sequence) {
      writeSign(sequence.first(), out);
      writeSign(sequence.then(), out);
      writeEnum(sequence.per(), out);
      writeSpan(sequence.within(), out);
    } else if (condition instanceof Unusual unusual) {
      writeMeasure(unusual.measure(), out);
      writeEnum(unusual.statistic(), out);
      writeEnum(unusual.per(), out);
      writeEnum(unusual.side(), out);
      out.writeDouble(unusual.score());
    } else if (condition instanceof Spread spread) {
      writeSign(spread.sign(), out);
      out.writeInt(spread.grids());
      writeSpan(spread.span(), out);
    } else if (condition instanceof Coverage coverage) {
      writeEnum(coverage.level(), out);
      out.writeDouble(coverage.darkPercent());
      out.writeDouble(coverage.clearPercent());
      out.writeInt(coverage.leastDevices());
      writeSpan(coverage.dwell(), out);
    }
  }

  static Condition read(DataInput in) throws IOException {
    return switch (readEnum(RuleType.class, in)) {
      case THRESHOLD ->
          new Threshold(
              readMeasure(in),
              readEnum(Direction.class, in),
              in.readDouble(),
              in.readDouble(),
              readSpan(in));
      case RATE ->
          new Rate(
              readMeasure(in),
              readEnum(Direction.class, in),
              in.readDouble(),
              in.readDouble(),
              readSpan(in));
      case ABSENCE ->
          new Absence(
              readEnum(Absence.Kind.class, in),
              RulePortions.readNames(ModelClass.class, in),
              readSpan(in));
      case BURST -> new Burst(readSign(in), readEnum(Extent.class, in), in.readInt(), readSpan(in));
      case TOGETHER ->
          new Together(
              RulePortions.readAll(RulePortions::readSign, in),
              in.readInt(),
              in.readInt(),
              in.readBoolean(),
              readSpan(in));
      case SEQUENCE ->
          new Sequence(readSign(in), readSign(in), readEnum(Extent.class, in), readSpan(in));
      case UNUSUAL ->
          new Unusual(
              readMeasure(in),
              readEnum(Unusual.Statistic.class, in),
              readEnum(Extent.class, in),
              readEnum(Unusual.Side.class, in),
              in.readDouble());
      case SPREAD -> new Spread(readSign(in), in.readInt(), readSpan(in));
      case COVERAGE ->
          new Coverage(
              readEnum(Level.class, in),
              in.readDouble(),
              in.readDouble(),
              in.readInt(),
              readSpan(in));
    };
  }
}
