package city.xueliang.domain.alert.first;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.observation.Observation;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.rule.ThresholdRule;
import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A detector's word that a rule's condition came up at a device, or is gone.
 *
 * @param grid in which the device stands
 * @param value that brought it about, in the measure's unit
 * @param occurredAt event time of that value, epoch milliseconds
 */
public record Signal(
    Kind kind,
    String ruleId,
    int ruleVersion,
    Colour colour,
    double limit,
    String deviceId,
    String grid,
    Measure measure,
    double value,
    long occurredAt) {

  /** Whether the condition came or went. */
  public enum Kind {
    RAISED,
    CLEARED
  }

  public static Signal of(Kind kind, ThresholdRule rule, String grid, Observation cause) {
    return new Signal(
        kind,
        rule.id(),
        rule.version(),
        rule.colour(),
        rule.limit(),
        cause.deviceId(),
        grid,
        cause.measure(),
        cause.value(),
        cause.occurredAt());
  }

  /** Code of the district that works the alert. */
  public String district() {
    return PlaceCodes.districtOf(grid);
  }

  /** Rule and device: what has at most one open alert. */
  public String scope() {
    return ruleId + '@' + deviceId;
  }

  /** About 100 bytes. */
  public static final class Form implements BinaryForm<Signal> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(Signal signal, DataOutput out) throws IOException {
      out.writeUTF(signal.kind.name());
      out.writeUTF(signal.ruleId);
      out.writeInt(signal.ruleVersion);
      out.writeUTF(signal.colour.name());
      out.writeDouble(signal.limit);
      out.writeUTF(signal.deviceId);
      out.writeUTF(signal.grid);
      out.writeByte(signal.measure.code());
      out.writeDouble(signal.value);
      out.writeLong(signal.occurredAt);
    }

    @Override
    public Signal read(DataInput in, int version) throws IOException {
      return new Signal(
          Kind.valueOf(in.readUTF()),
          in.readUTF(),
          in.readInt(),
          Colour.valueOf(in.readUTF()),
          in.readDouble(),
          in.readUTF(),
          in.readUTF(),
          Measure.ofCode(in.readByte()),
          in.readDouble(),
          in.readLong());
    }

    @Override
    public Signal copy(Signal signal) {
      return signal;
    }
  }
}
