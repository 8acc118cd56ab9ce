package city.xueliang.domain.state;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Turns values into bytes and back as an engine would. */
public final class BinaryForms {
  private BinaryForms() {}

  public static <T> byte[] write(BinaryForm<T> form, T value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    form.write(value, new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  /** The value, which has to take all of the bytes. */
  public static <T> T read(BinaryForm<T> form, byte[] bytes) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(bytes);
    T value = form.read(new DataInputStream(in), form.version());
    if (in.available() > 0) {
      throw new IOException(form.getClass() + " left " + in.available() + " bytes");
    }
    return value;
  }

  /** The value after it was written and read. */
  public static <T> T roundTrip(BinaryForm<T> form, T value) throws IOException {
    return read(form, write(form, value));
  }
}
