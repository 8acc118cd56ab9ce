package city.xueliang.domain.state;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Values in a row: their number, then each. */
public final class Sequences {
  private Sequences() {}

  public static <T> void write(Collection<T> values, BinaryForm<T> form, DataOutput out)
      throws IOException {
    Varints.write(values.size(), out);
    for (T value : values) {
      form.write(value, out);
    }
  }

  /** What {@link #write} wrote with the form's version. */
  public static <T> List<T> read(BinaryForm<T> form, DataInput in, int version) throws IOException {
    List<T> values = new ArrayList<>();
    for (long left = Varints.read(in); left > 0; left--) {
      values.add(form.read(in, version));
    }
    return values;
  }

  public static void writeTexts(Collection<String> texts, DataOutput out) throws IOException {
    Varints.write(texts.size(), out);
    for (String text : texts) {
      out.writeUTF(text);
    }
  }

  /** What {@link #writeTexts} wrote. */
  public static List<String> readTexts(DataInput in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (long left = Varints.read(in); left > 0; left--) {
      texts.add(in.readUTF());
    }
    return texts;
  }
}
