package city.xueliang.domain.alert;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * One observation that speaks for or against a condition.
 *
 * @param deviceId empty for a minute of a place
 * @param measure null where a device's silence is the evidence
 * @param value in the measure's unit; 0 for an event without one
 * @param occurredAt event time, epoch milliseconds
 */
public record Evidence(String deviceId, Measure measure, double value, long occurredAt) {

  /** About 40 bytes. */
  public static final class Form implements BinaryForm<Evidence> {
    private static final int NO_MEASURE = -1;

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(Evidence evidence, DataOutput out) throws IOException {
      out.writeUTF(evidence.deviceId);
      out.writeByte(evidence.measure == null ? NO_MEASURE : evidence.measure.code());
      out.writeDouble(evidence.value);
      out.writeLong(evidence.occurredAt);
    }

    @Override
    public Evidence read(DataInput in, int version) throws IOException {
      String deviceId = in.readUTF();
      int code = in.readByte();
      Measure measure = code == NO_MEASURE ? null : Measure.ofCode(code);
      return new Evidence(deviceId, measure, in.readDouble(), in.readLong());
    }

    @Override
    public Evidence copy(Evidence evidence) {
      return evidence;
    }
  }
}
