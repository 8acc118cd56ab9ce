package city.xueliang.domain.alert.first;

import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One alert: the signal that raised it and, once the condition is gone, the one that cleared it.
 *
 * @param revision counts its changes from 1
 * @param cleared null while the condition holds
 */
public record Alert(int revision, Signal raised, Signal cleared) {

  /** The alert that a RAISED signal opens. */
  public static Alert open(Signal raised) {
    return new Alert(1, raised, null);
  }

  /** The same alert after the condition went. */
  public Alert clear(Signal signal) {
    return new Alert(revision + 1, raised, signal);
  }

  /** Whether the condition still holds. */
  public boolean isOpen() {
    return cleared == null;
  }

  /** Event time of the newest change, epoch milliseconds. */
  public long changedAt() {
    return isOpen() ? raised.occurredAt() : cleared.occurredAt();
  }

  /**
   * Identity: the first 128 bits of the SHA-256 of rule, scope and first occurrence, 32 hexadecimal
   * digits. The same records give the same identity in every run.
   */
  public String id() {
    String identity = raised.scope() + '@' + raised.occurredAt();
    return HexFormat.of().formatHex(sha256(identity.getBytes(StandardCharsets.UTF_8)), 0, 16);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** About 110 bytes while open. */
  public static final class Form implements BinaryForm<Alert> {
    private final Signal.Form signals = new Signal.Form();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(Alert alert, DataOutput out) throws IOException {
      out.writeInt(alert.revision);
      signals.write(alert.raised, out);
      out.writeBoolean(alert.cleared != null);
      if (alert.cleared != null) {
        signals.write(alert.cleared, out);
      }
    }

    @Override
    public Alert read(DataInput in, int version) throws IOException {
      int revision = in.readInt();
      Signal raised = signals.read(in, version);
      return new Alert(revision, raised, in.readBoolean() ? signals.read(in, version) : null);
    }

    @Override
    public Alert copy(Alert alert) {
      return alert;
    }
  }
}
