package city.xueliang.domain.state;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;

/**
 * The compact serial form of a value that crosses operators or stays in state. An implementation is
 * stateless and has a public constructor without parameters. One that holds other values by their
 * forms hands its own version on to them, hence must rise when one of theirs does.
 *
 * @param <T> the value's class
 */
public interface BinaryForm<T> extends Serializable {

  /** Version of the bytes that {@link #write} writes, from 1. */
  int version();

  void write(T value, DataOutput out) throws IOException;

  /** Reads what some version's {@link #write} wrote. */
  T read(DataInput in, int version) throws IOException;

  /** A value that does not change with the given one: itself where values are immutable. */
  T copy(T value);
}
