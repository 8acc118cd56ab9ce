package city.xueliang.domain.rule;

import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Set;

/**
 * A time in which alerts of some rules at some places are held back: recorded, but not sounded.
 *
 * @param id lower-case letters, digits and hyphens
 * @param places codes of places, zones among them; empty for the whole city
 * @param rules ids; empty for all
 * @param from epoch milliseconds, inclusive
 * @param to epoch milliseconds, exclusive
 * @param seat that published it
 */
public record Silence(
    String id, Kind kind, Set<String> places, Set<String> rules, long from, long to, String seat) {
  /** Why alerts are held back. */
  public enum Kind {
    SILENCE,
    /** Work on devices that is known before. */
    MAINTENANCE
  }

  public Silence {
    places = Set.copyOf(places);
    rules = Set.copyOf(rules);
  }

  /** 60 bytes or more. */
  public static final class Form implements BinaryForm<Silence> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(Silence silence, DataOutput out) throws IOException {
      out.writeUTF(silence.id);
      RulePortions.writeEnum(silence.kind, out);
      RulePortions.writeTexts(silence.places, out);
      RulePortions.writeTexts(silence.rules, out);
      out.writeLong(silence.from);
      out.writeLong(silence.to);
      out.writeUTF(silence.seat);
    }

    @Override
    public Silence read(DataInput in, int version) throws IOException {
      return new Silence(
          in.readUTF(),
          RulePortions.readEnum(Kind.class, in),
          RulePortions.readTexts(in),
          RulePortions.readTexts(in),
          in.readLong(),
          in.readLong(),
          in.readUTF());
    }

    @Override
    public Silence copy(Silence silence) {
      return silence;
    }
  }
}
