package city.xueliang.domain.alert;

import city.xueliang.domain.place.Level;
import city.xueliang.domain.rule.Handling.Cause;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Names;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What an alert is about: with the rule, what has at most one open alert.
 *
 * @param place code; of a cause that is no place, the smallest place that holds its devices
 * @param district code of the one that works it; of the city for what lies in several
 * @param deviceId empty unless it is about one device
 * @param cause null unless it stands for all devices of a common cause
 * @param causeKey segment, place code or device class that is the cause; empty if there is none
 */
public record Scope(
    String place, Level level, String district, String deviceId, Cause cause, String causeKey) {

  /** Differs between any two scopes of one rule. */
  public String key() {
    if (cause != null) {
      return cause + ":" + causeKey;
    }
    return deviceId.isEmpty() ? place : deviceId;
  }

  /** About one device or place. */
  public static Scope of(String place, Level level, String district, String deviceId) {
    return new Scope(place, level, district, deviceId, null, "");
  }

  public boolean isOfCause() {
    return cause != null;
  }

  /** About 70 bytes. */
  public static final class Form implements BinaryForm<Scope> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(Scope scope, DataOutput out) throws IOException {
      out.writeUTF(scope.place);
      Names.write(scope.level, out);
      out.writeUTF(scope.district);
      out.writeUTF(scope.deviceId);
      Names.write(scope.cause, out);
      out.writeUTF(scope.causeKey);
    }

    @Override
    public Scope read(DataInput in, int version) throws IOException {
      return new Scope(
          in.readUTF(),
          Names.read(Level.class, in),
          in.readUTF(),
          in.readUTF(),
          Names.read(Cause.class, in),
          in.readUTF());
    }

    @Override
    public Scope copy(Scope scope) {
      return scope;
    }
  }
}
