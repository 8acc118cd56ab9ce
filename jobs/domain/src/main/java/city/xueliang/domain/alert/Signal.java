package city.xueliang.domain.alert;

import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.rule.Rule;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Names;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A detector's word that a rule's condition came up, came up again, or is gone.
 *
 * @param occurredAt event time of what brought it about, epoch milliseconds
 */
public record Signal(
    Kind kind,
    String ruleId,
    int ruleVersion,
    Colour colour,
    Subject subject,
    Why why,
    long occurredAt) {

  /** What became of the condition. */
  public enum Kind {
    RAISED,
    /** It holds already, and was seen once more. */
    REPEATED,
    CLEARED
  }

  public static Signal of(Kind kind, Rule rule, Subject subject, Why why, long occurredAt) {
    return new Signal(kind, rule.id(), rule.version(), rule.colour(), subject, why, occurredAt);
  }

  /** Rule and subject: what is raised at most once at a time. */
  public String key() {
    return ruleId + '@' + subject.key();
  }

  /** About 250 bytes. */
  public static final class Form implements BinaryForm<Signal> {
    private final Subject.Form subjects = new Subject.Form();
    private final Why.Form whys = new Why.Form();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(Signal signal, DataOutput out) throws IOException {
      Names.write(signal.kind, out);
      out.writeUTF(signal.ruleId);
      out.writeInt(signal.ruleVersion);
      Names.write(signal.colour, out);
      subjects.write(signal.subject, out);
      whys.write(signal.why, out);
      out.writeLong(signal.occurredAt);
    }

    @Override
    public Signal read(DataInput in, int version) throws IOException {
      return new Signal(
          Names.read(Kind.class, in),
          in.readUTF(),
          in.readInt(),
          Names.read(Colour.class, in),
          subjects.read(in, version),
          whys.read(in, version),
          in.readLong());
    }

    @Override
    public Signal copy(Signal signal) {
      return signal;
    }
  }
}
