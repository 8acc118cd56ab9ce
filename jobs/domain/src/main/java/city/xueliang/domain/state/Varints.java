package city.xueliang.domain.state;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Whole numbers in as few bytes as they need: 1 byte for each 7 bits. */
public final class Varints {
  private static final int BITS = 7;
  private static final int MORE = 0x80;
  private static final int MOST_SHIFT = 63;

  private Varints() {}

  /** 1 byte for 0 to 127; 10 bytes for a negative one. */
  public static void write(long value, DataOutput out) throws IOException {
    long rest = value;
    while ((rest & -MORE) != 0) {
      out.writeByte((int) rest | MORE);
      rest >>>= BITS;
    }
    out.writeByte((int) rest);
  }

  /**
   * What {@link #write} wrote.
   *
   * @throws IOException if the bytes are of no such number
   */
  public static long read(DataInput in) throws IOException {
    long value = 0;
    for (int shift = 0; shift <= MOST_SHIFT; shift += BITS) {
      byte next = in.readByte();
      value |= (long) (next & ~MORE & 0xFF) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IOException("A number of more than 10 bytes");
  }

  /** 1 byte for -64 to 63. */
  public static void writeSigned(long value, DataOutput out) throws IOException {
    write(value << 1 ^ value >> 63, out);
  }

  /** What {@link #writeSigned} wrote. */
  public static long readSigned(DataInput in) throws IOException {
    long value = read(in);
    return value >>> 1 ^ -(value & 1);
  }
}
