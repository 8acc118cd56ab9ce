package city.xueliang.placewatch.intake;

import city.xueliang.domain.rule.ResponsePolicy;
import city.xueliang.domain.rule.Rule;
import city.xueliang.domain.rule.Silence;
import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What is laid down from now on: a rule, a silence or a policy; the other ones are null. All three
 * are if what had the key was taken back.
 *
 * @param key of the record
 */
public record RuleChange(
    String key, Rule rule, Silence silence, ResponsePolicy policy, Position position) {

  public static RuleChange of(String key, Rule rule, Position position) {
    return new RuleChange(key, rule, null, null, position);
  }

  public static RuleChange of(String key, Silence silence, Position position) {
    return new RuleChange(key, null, silence, null, position);
  }

  public static RuleChange of(String key, ResponsePolicy policy, Position position) {
    return new RuleChange(key, null, null, policy, position);
  }

  public static RuleChange removal(String key, Position position) {
    return new RuleChange(key, null, null, null, position);
  }

  /** About 200 bytes. */
  public static final class Form implements BinaryForm<RuleChange> {
    private static final int REMOVAL = 0;
    private static final int RULE = 1;
    private static final int SILENCE = 2;
    private static final int POLICY = 3;

    private final Rule.Form rules = new Rule.Form();
    private final Silence.Form silences = new Silence.Form();
    private final ResponsePolicy.Form policies = new ResponsePolicy.Form();
    private final Position.Form positions = new Position.Form();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(RuleChange change, DataOutput out) throws IOException {
      out.writeUTF(change.key);
      positions.write(change.position, out);
      if (change.rule != null) {
        out.writeByte(RULE);
        rules.write(change.rule, out);
      } else if (change.silence != null) {
        out.writeByte(SILENCE);
        silences.write(change.silence, out);
      } else if (change.policy != null) {
        out.writeByte(POLICY);
        policies.write(change.policy, out);
      } else {
        out.writeByte(REMOVAL);
      }
    }

    @Override
    public RuleChange read(DataInput in, int version) throws IOException {
      String key = in.readUTF();
      Position position = positions.read(in, version);
      int kind = in.readByte();
      return switch (kind) {
        case REMOVAL -> removal(key, position);
        case RULE -> of(key, rules.read(in, version), position);
        case SILENCE -> of(key, silences.read(in, version), position);
        case POLICY -> of(key, policies.read(in, version), position);
        default -> throw new IOException("No change of the rules has the kind " + kind);
      };
    }

    @Override
    public RuleChange copy(RuleChange change) {
      return change;
    }
  }
}
