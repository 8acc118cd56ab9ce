package city.xueliang.placewatch.intake;

import city.xueliang.domain.state.BinaryForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Where a change of the registry stands in its topic. The topic is read twice, once to its end and
 * once without one, so that an entry can come again after a newer one of the same key.
 *
 * @param offset in its partition, which is the same for all changes of a key
 * @param publishedAt the record's time, epoch milliseconds; -1 for none
 */
public record Position(long offset, long publishedAt) {

  /**
   * Whether something newer came already. An older offset alone does not say so: in a topic that
   * was made anew they start from zero again.
   */
  public boolean isBefore(Position other) {
    return offset < other.offset && publishedAt <= other.publishedAt;
  }

  /** 16 bytes. */
  public static final class Form implements BinaryForm<Position> {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(Position position, DataOutput out) throws IOException {
      out.writeLong(position.offset);
      out.writeLong(position.publishedAt);
    }

    @Override
    public Position read(DataInput in, int version) throws IOException {
      return new Position(in.readLong(), in.readLong());
    }

    @Override
    public Position copy(Position position) {
      return position;
    }
  }
}
