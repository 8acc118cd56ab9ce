package city.xueliang.domain.coverage;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;

/**
 * How long a sensor has read exactly the same.
 *
 * @param since time of the first such reading, epoch milliseconds
 * @param latest time of the last one, epoch milliseconds
 * @param readings how many they are, 1 or more
 */
public record ValueRun(Measure measure, double value, long since, long latest, int readings) {
  /** How long, and in how many readings, a value that never stands still must not have changed. */
  public static final Duration FROZEN_AFTER = Duration.ofHours(1);

  public static final int FROZEN_READINGS = 20;

  /** A run of one reading. */
  static ValueRun of(Measure measure, double value, long at) {
    return new ValueRun(measure, value, at, at, 1);
  }

  /** The run after another reading of the same measure. */
  public ValueRun next(double reading, long at) {
    return reading == value
        ? new ValueRun(measure, value, Math.min(since, at), Math.max(latest, at), readings + 1)
        : of(measure, reading, at);
  }

  /** Whether the sensor must be stuck. Zero can be the truth for long: nothing to measure. */
  public boolean isFrozen() {
    return value != 0 && readings >= FROZEN_READINGS && latest - since >= FROZEN_AFTER.toMillis();
  }

  /** About 27 bytes. */
  public static final class Form implements BinaryForm<ValueRun> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(ValueRun run, DataOutput out) throws IOException {
      out.writeByte(run.measure.code());
      out.writeDouble(run.value);
      out.writeLong(run.since);
      out.writeLong(run.latest);
      Varints.write(run.readings, out);
    }

    @Override
    public ValueRun read(DataInput in, int version) throws IOException {
      return new ValueRun(
          Measure.ofCode(in.readByte()),
          in.readDouble(),
          in.readLong(),
          in.readLong(),
          (int) Varints.read(in));
    }

    @Override
    public ValueRun copy(ValueRun run) {
      return run;
    }
  }
}
