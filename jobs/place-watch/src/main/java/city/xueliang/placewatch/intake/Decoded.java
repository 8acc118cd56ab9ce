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
 * @param appendedAt to its topic, epoch milliseconds; -1 if the broker kept no such time
 * @param isCounted false if the record comes another time, in which it counts
 * @param <T> what its topic's records become
 */
public record Decoded<T>(T value, Rejection rejection, long appendedAt, boolean isCounted) {
  static <T> Decoded<T> taken(T value, long appendedAt) {
    return new Decoded<>(value, null, appendedAt, true);
  }

  static <T> Decoded<T> rejected(Rejection rejection) {
    return new Decoded<>(null, rejection, rejection.source().appendedAt(), true);
  }

  Decoded<T> uncounted() {
    return new Decoded<>(value, rejection, appendedAt, false);
  }

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
      out.writeLong(decoded.appendedAt);
      out.writeBoolean(decoded.isCounted);
      out.writeBoolean(decoded.rejection == null);
      if (decoded.rejection == null) {
        values.write(decoded.value, out);
      } else {
        rejections.write(decoded.rejection, out);
      }
    }

    @Override
    public Decoded<T> read(DataInput in, int version) throws IOException {
      long appendedAt = in.readLong();
      boolean isCounted = in.readBoolean();
      boolean isTaken = in.readBoolean();
      return new Decoded<>(
          isTaken ? values.read(in, values.version()) : null,
          isTaken ? null : rejections.read(in, rejections.version()),
          appendedAt,
          isCounted);
    }

    @Override
    public Decoded<T> copy(Decoded<T> decoded) {
      return decoded;
    }
  }
}
