package city.xueliang.domain.observation;

import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * One camera event or sensor reading, checked and flat.
 *
 * @param deviceId 20-digit GB/T 28181 code
 * @param occurredAt the device's own clock, epoch milliseconds
 * @param receivedAt when the first trusted system took it in, epoch milliseconds
 * @param value the reading in its quantity's unit, or an event's count; 0 for an event without one
 */
public record Observation(
    String deviceId, Measure measure, long occurredAt, long receivedAt, double value, RecordId id) {

  /** About 65 bytes. */
  public static final class Form implements BinaryForm<Observation> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(Observation observation, DataOutput out) throws IOException {
      out.writeUTF(observation.deviceId);
      out.writeByte(observation.measure.code());
      out.writeLong(observation.occurredAt);
      out.writeLong(observation.receivedAt);
      out.writeDouble(observation.value);
      out.writeLong(observation.id.high());
      out.writeLong(observation.id.low());
    }

    @Override
    public Observation read(DataInput in, int version) throws IOException {
      return new Observation(
          in.readUTF(),
          Measure.ofCode(in.readByte()),
          in.readLong(),
          in.readLong(),
          in.readDouble(),
          new RecordId(in.readLong(), in.readLong()));
    }

    @Override
    public Observation copy(Observation observation) {
      return observation;
    }
  }
}
