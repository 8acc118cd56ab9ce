package city.xueliang.flink.state;

import city.xueliang.domain.state.BinaryForm;
import java.io.IOException;
import java.io.Serial;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Reads and writes by a {@link BinaryForm}; one that was restored reads the version that the state
 * was written in.
 */
final class BinaryTypeSerializer<T> extends TypeSerializer<T> {
  @Serial private static final long serialVersionUID = 1L;

  private final BinaryForm<T> form;
  private final int readVersion;

  BinaryTypeSerializer(BinaryForm<T> form, int readVersion) {
    this.form = form;
    this.readVersion = readVersion;
  }

  @Override
  public void serialize(T value, DataOutputView target) throws IOException {
    form.write(value, target);
  }

  @Override
  public T deserialize(DataInputView source) throws IOException {
    return form.read(source, readVersion);
  }

  @Override
  public T deserialize(T reuse, DataInputView source) throws IOException {
    return deserialize(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    form.write(form.read(source, readVersion), target);
  }

  @Override
  public T copy(T value) {
    return form.copy(value);
  }

  @Override
  public T copy(T value, T reuse) {
    return form.copy(value);
  }

  @Override
  public T createInstance() {
    return null;
  }

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public TypeSerializer<T> duplicate() {
    return this;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public TypeSerializerSnapshot<T> snapshotConfiguration() {
    return new BinaryTypeSerializerSnapshot<>(form, form.version());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BinaryTypeSerializer<?> serializer
        && form.getClass() == serializer.form.getClass()
        && readVersion == serializer.readVersion;
  }

  @Override
  public int hashCode() {
    return Objects.hash(form.getClass(), readVersion);
  }
}
