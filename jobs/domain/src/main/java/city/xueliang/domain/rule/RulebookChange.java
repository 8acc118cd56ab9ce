package city.xueliang.domain.rule;

import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What one record of the rules says: the newest of its key is in force.
 *
 * @param key of the record: a rule's id, or that of a silence or policy behind its prefix
 * @param rule null unless it lays down a rule
 * @param silence null unless it lays down a silence
 * @param policy null unless it lays down a policy
 */
public record RulebookChange(String key, Rule rule, Silence silence, ResponsePolicy policy) {
  private static final String SILENCE = "silence/";
  private static final String POLICY = "policy/";

  public static RulebookChange of(Rule rule) {
    return new RulebookChange(rule.id(), rule, null, null);
  }

  public static RulebookChange of(Silence silence) {
    return new RulebookChange(silenceKey(silence.id()), null, silence, null);
  }

  public static RulebookChange of(ResponsePolicy policy) {
    return new RulebookChange(policyKey(policy.id()), null, null, policy);
  }

  /** That nothing is in force under a key any more. */
  public static RulebookChange removal(String key) {
    return new RulebookChange(key, null, null, null);
  }

  /** Key of a silence's records. */
  public static String silenceKey(String id) {
    return SILENCE + id;
  }

  /** Key of a policy's records. */
  public static String policyKey(String id) {
    return POLICY + id;
  }

  public boolean isRemoval() {
    return rule == null && silence == null && policy == null;
  }

  /** Counted from 1; 0 for a silence, which has none, and for a removal. */
  public int contentVersion() {
    if (rule != null) {
      return rule.version();
    }
    return policy == null ? 0 : policy.version();
  }

  /** The same with the content's version changed, where it has one. */
  public RulebookChange withVersion(int version) {
    return new RulebookChange(
        key,
        rule == null ? null : rule.withVersion(version),
        silence,
        policy == null ? null : policy.withVersion(version));
  }

  /** Whether both lay down the same but for versions and the seats that published them. */
  public boolean saysTheSameAs(RulebookChange other) {
    return isRemoval() == other.isRemoval()
        && key.equals(other.key)
        && EntryKeys.of(this).equals(EntryKeys.of(other));
  }

  /** Whether the key is that of silences. */
  public boolean isOfSilence() {
    return key.startsWith(SILENCE);
  }

  /** Whether the key is that of policies. */
  public boolean isOfPolicy() {
    return key.startsWith(POLICY);
  }

  /** Key, kind, and the form of what is laid down. */
  public static final class Form implements BinaryForm<RulebookChange> {
    private static final int REMOVAL = 0;
    private static final int RULE = 1;
    private static final int SILENCE = 2;
    private static final int POLICY = 3;

    private final Rule.Form rules = new Rule.Form();
    private final Silence.Form silences = new Silence.Form();
    private final ResponsePolicy.Form policies = new ResponsePolicy.Form();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(RulebookChange change, DataOutput out) throws IOException {
      out.writeUTF(change.key);
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
    public RulebookChange read(DataInput in, int version) throws IOException {
      String key = in.readUTF();
      int kind = in.readByte();
      return new RulebookChange(
          key,
          kind == RULE ? rules.read(in, version) : null,
          kind == SILENCE ? silences.read(in, version) : null,
          kind == POLICY ? policies.read(in, version) : null);
    }

    @Override
    public RulebookChange copy(RulebookChange change) {
      return change;
    }
  }
}
