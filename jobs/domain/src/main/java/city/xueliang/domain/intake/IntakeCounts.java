package city.xueliang.domain.intake;

import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.state.Varints;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What became of some records. Merging is associative and commutative, {@link #ZERO} is its
 * identity.
 *
 * @param read also those that are late or duplicates; negative where records that were counted as
 *     taken turned out to be rejected
 * @param late by their own times, or because their partition lagged
 * @param lagMillis greatest time between append and read; not negative
 */
public record IntakeCounts(long read, long rejected, long late, long duplicate, long lagMillis) {
  public static final IntakeCounts ZERO = new IntakeCounts(0, 0, 0, 0, 0);

  /** Of a reject reason: one record more. */
  public static final IntakeCounts ONE_REJECTED = new IntakeCounts(1, 1, 0, 0, 0);

  /** Of the records that were taken: one of them was rejected after all. */
  public static final IntakeCounts ONE_WITHDRAWN = new IntakeCounts(-1, 0, 0, 0, 0);

  /** Of the records that were taken: one of them is late. */
  public static final IntakeCounts ONE_LATE = new IntakeCounts(0, 0, 1, 0, 0);

  /** Of the records that were taken: one of them had come before. */
  public static final IntakeCounts ONE_DUPLICATE = new IntakeCounts(0, 0, 0, 1, 0);

  /** The counts of both together. */
  public IntakeCounts plus(IntakeCounts other) {
    return new IntakeCounts(
        read + other.read,
        rejected + other.rejected,
        late + other.late,
        duplicate + other.duplicate,
        Math.max(lagMillis, other.lagMillis));
  }

  /** 5 to 15 bytes for a minute of a city. */
  public static final class Form implements BinaryForm<IntakeCounts> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(IntakeCounts counts, DataOutput out) throws IOException {
      Varints.writeSigned(counts.read, out);
      Varints.writeSigned(counts.rejected, out);
      Varints.writeSigned(counts.late, out);
      Varints.writeSigned(counts.duplicate, out);
      Varints.writeSigned(counts.lagMillis, out);
    }

    @Override
    public IntakeCounts read(DataInput in, int version) throws IOException {
      return new IntakeCounts(
          Varints.readSigned(in),
          Varints.readSigned(in),
          Varints.readSigned(in),
          Varints.readSigned(in),
          Varints.readSigned(in));
    }

    @Override
    public IntakeCounts copy(IntakeCounts counts) {
      return counts;
    }
  }
}
