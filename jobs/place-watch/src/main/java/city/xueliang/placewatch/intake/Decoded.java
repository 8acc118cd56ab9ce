package city.xueliang.placewatch.intake;

import city.xueliang.domain.state.BinaryForm;
import city.xueliang.flink.state.BinaryTypeInfo;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serial;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * What became of a record: a value or a rejection; the other one is null.
 *
 * @param <T> what its topic's records become
 */
public record Decoded<T>(T value, Rejection rejection) {

  static <T> TypeInformation<Decoded<T>> type(BinaryForm<T> values) {
    @SuppressWarnings("unchecked") // A class literal has no type parameters.
    Class<Decoded<T>> type = (Class<Decoded<T>>) (Class<?>) Decoded.class;
    return BinaryTypeInfo.of(type, new Form<>(values));
  }

  /** Crosses operators only and is never state, so Flink never has to make one by itself. */
  private static final class Form<T> implements BinaryForm<Decoded<T>> {
    @Serial private static final long serialVersionUID = 1L;

    private final BinaryForm<T> values;
    private final Rejection.Form rejections = new Rejection.Form();

    private Form(BinaryForm<T> values) {
      this.values = values;
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(Decoded<T> decoded, DataOutput out) throws IOException {
      out.writeBoolean(decoded.rejection == null);
      if (decoded.rejection == null) {
        values.write(decoded.value, out);
      } else {
        rejections.write(decoded.rejection, out);
      }
    }

    @Override
    public Decoded<T> read(DataInput in, int version) throws IOException {
      return in.readBoolean()
          ? new Decoded<>(values.read(in, values.version()), null)
          : new Decoded<>(null, rejections.read(in, rejections.version()));
    }

    @Override
    public Decoded<T> copy(Decoded<T> decoded) {
      return decoded;
    }
  }
}
