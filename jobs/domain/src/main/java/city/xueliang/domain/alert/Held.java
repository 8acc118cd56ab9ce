package city.xueliang.domain.alert;

import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What keeps an alert from being sounded.
 *
 * @param shelvedUntil desk's clock, epoch milliseconds; 0 if it is not shelved
 * @param inhibitedBy id of the alert that holds it back; empty for none
 * @param silencedBy id of the silence that holds it back; empty for none
 */
public record Held(long shelvedUntil, String inhibitedBy, String silencedBy) {
  public static final Held NOT = new Held(0, "", "");

  /** Whether anything holds it back. */
  public boolean isHeld() {
    return shelvedUntil != 0 || !inhibitedBy.isEmpty() || !silencedBy.isEmpty();
  }

  /** Put away until then; 0 for no more. */
  public Held shelved(long until) {
    return new Held(until, inhibitedBy, silencedBy);
  }

  /** Held back by an alert with this id; empty for none. */
  public Held inhibited(String by) {
    return new Held(shelvedUntil, by, silencedBy);
  }

  /** Held back by a silence with this id; empty for none. */
  public Held silenced(String by) {
    return new Held(shelvedUntil, inhibitedBy, by);
  }

  /** 3 bytes where nothing holds it back. */
  public static final class Form implements BinaryForm<Held> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(Held held, DataOutput out) throws IOException {
      Varints.write(held.shelvedUntil, out);
      out.writeUTF(held.inhibitedBy);
      out.writeUTF(held.silencedBy);
    }

    @Override
    public Held read(DataInput in, int version) throws IOException {
      return new Held(Varints.read(in), in.readUTF(), in.readUTF());
    }

    @Override
    public Held copy(Held held) {
      return held;
    }
  }
}
