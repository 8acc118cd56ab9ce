package city.xueliang.domain.rule;

import static city.xueliang.domain.rule.RulePortions.readEnum;
import static city.xueliang.domain.rule.RulePortions.readSpan;

import city.xueliang.domain.rule.Handling.Cause;
import city.xueliang.domain.rule.Handling.Collapse;
import city.xueliang.domain.rule.Handling.Inhibition;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The handling within the serial form of a rule. */
final class HandlingPortion {
  private HandlingPortion() {}

  static void write(Handling handling, DataOutput out) throws IOException {
    RulePortions.writeEnum(handling.groupBy(), out);
    RulePortions.writeSpan(handling.holdOff(), out);
    RulePortions.writeAll(handling.inhibits(), HandlingPortion::writeInhibition, out);
    Collapse collapse = handling.collapse();
    out.writeBoolean(collapse != null);
    if (collapse != null) {
      out.writeInt(collapse.least());
      out.writeDouble(collapse.percent());
      RulePortions.writeSpan(collapse.patience(), out);
      RulePortions.writeNames(collapse.causes(), out);
    }
  }

  static Handling read(DataInput in) throws IOException {
    return new Handling(
        readEnum(Extent.class, in),
        readSpan(in),
        RulePortions.readAll(HandlingPortion::readInhibition, in),
        in.readBoolean()
            ? new Collapse(
                in.readInt(),
                in.readDouble(),
                readSpan(in),
                RulePortions.readNames(Cause.class, in))
            : null);
  }

  private static void writeInhibition(Inhibition inhibition, DataOutput out) throws IOException {
    out.writeUTF(inhibition.ruleId());
    RulePortions.writeEnum(inhibition.equal(), out);
  }

  private static Inhibition readInhibition(DataInput in) throws IOException {
    return new Inhibition(in.readUTF(), readEnum(Extent.class, in));
  }
}
