package city.xueliang.domain.detector.threshold;

import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;

/**
 * Where the values of one device or place stand with a limit.
 *
 * @param phase of the condition
 * @param since event time from which the limit is passed without a break, epoch milliseconds;
 *     meaningless when NORMAL
 * @param newest event time of the newest value seen, epoch milliseconds
 * @param value the newest value seen; NaN before the first one
 */
public record ThresholdState(Phase phase, long since, long newest, double value) {

  /** Before the first value. */
  public static final ThresholdState INITIAL =
      new ThresholdState(Phase.NORMAL, 0, Long.MIN_VALUE, Double.NaN);

  /** Phase of a condition. */
  public enum Phase {
    /** The limit is not passed. */
    NORMAL,
    /** The limit is passed, but not yet for as long as the rule's dwell. */
    PENDING,
    /** The alert is raised and not cleared. */
    RAISED
  }

  public boolean isRaised() {
    return phase == Phase.RAISED;
  }

  /** After a newer value that is clear, or neither clear nor bad where nothing is raised. */
  public ThresholdState normal(double next, long at) {
    return new ThresholdState(Phase.NORMAL, 0, at, next);
  }

  /** After a newer value that does not clear what is raised. */
  public ThresholdState stillRaised(double next, long at) {
    return new ThresholdState(Phase.RAISED, since, at, next);
  }

  /** After a newer value that is past the limit where nothing is raised. */
  public ThresholdState past(double next, long at, Duration dwell) {
    long from = phase == Phase.PENDING ? since : at;
    Phase then = at - from >= dwell.toMillis() ? Phase.RAISED : Phase.PENDING;
    return new ThresholdState(then, from, at, next);
  }

  /** 25 bytes. */
  public static final class Form implements BinaryForm<ThresholdState> {
    private static final Phase[] PHASES = {Phase.NORMAL, Phase.PENDING, Phase.RAISED};

    @Override
    public int version() {
      return 2;
    }

    @Override
    public void write(ThresholdState state, DataOutput out) throws IOException {
      out.writeByte(
          switch (state.phase) {
            case NORMAL -> 0;
            case PENDING -> 1;
            case RAISED -> 2;
          });
      out.writeLong(state.since);
      out.writeLong(state.newest);
      out.writeDouble(state.value);
    }

    /** A state of version 1 has no value. */
    @Override
    public ThresholdState read(DataInput in, int version) throws IOException {
      return new ThresholdState(
          PHASES[in.readByte()],
          in.readLong(),
          in.readLong(),
          version == 1 ? Double.NaN : in.readDouble());
    }

    @Override
    public ThresholdState copy(ThresholdState state) {
      return state;
    }
  }
}
