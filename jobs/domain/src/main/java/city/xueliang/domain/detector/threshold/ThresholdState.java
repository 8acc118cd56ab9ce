package city.xueliang.domain.detector.threshold;

import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Where one device stands with one threshold rule.
 *
 * @param phase of the condition
 * @param since event time from which the limit is passed without a break, epoch milliseconds;
 *     meaningless when NORMAL
 * @param newest event time of the newest value seen, epoch milliseconds
 */
public record ThresholdState(Phase phase, long since, long newest) {

  /** Before the first value. */
  public static final ThresholdState INITIAL = new ThresholdState(Phase.NORMAL, 0, Long.MIN_VALUE);

  /** Phase of a condition. */
  public enum Phase {
    /** The limit is not passed. */
    NORMAL,
    /** The limit is passed, but not yet for as long as the rule's dwell. */
    PENDING,
    /** The alert is raised and not cleared. */
    RAISED
  }

  /** 17 bytes. */
  public static final class Form implements BinaryForm<ThresholdState> {
    private static final Phase[] PHASES = {Phase.NORMAL, Phase.PENDING, Phase.RAISED};

    @Override
    public int version() {
      return 1;
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
    }

    @Override
    public ThresholdState read(DataInput in, int version) throws IOException {
      return new ThresholdState(PHASES[in.readByte()], in.readLong(), in.readLong());
    }

    @Override
    public ThresholdState copy(ThresholdState state) {
      return state;
    }
  }
}
