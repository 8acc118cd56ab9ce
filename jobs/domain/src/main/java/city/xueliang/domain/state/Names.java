package city.xueliang.domain.state;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Constants of enums by their names, so that new ones may stand anywhere among them. */
public final class Names {
  private Names() {}

  /**
   * As many bytes as the name has letters, and 2.
   *
   * @param constant may be null
   */
  public static void write(Enum<?> constant, DataOutput out) throws IOException {
    out.writeUTF(constant == null ? "" : constant.name());
  }

  /** What {@link #write} wrote. */
  public static <E extends Enum<E>> E read(Class<E> type, DataInput in) throws IOException {
    String name = in.readUTF();
    return name.isEmpty() ? null : Enum.valueOf(type, name);
  }
}
