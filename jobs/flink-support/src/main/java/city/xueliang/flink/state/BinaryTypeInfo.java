package city.xueliang.flink.state;

import city.xueliang.domain.state.BinaryForm;
import java.io.Serial;
import java.util.Objects;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/**
 * Flink's type information for a value that has a compact serial form of its own.
 *
 * @param <T> the value's class
 */
public final class BinaryTypeInfo<T> extends TypeInformation<T> {
  @Serial private static final long serialVersionUID = 1L;

  private final Class<T> type;
  private final BinaryForm<T> form;

  private BinaryTypeInfo(Class<T> type, BinaryForm<T> form) {
    this.type = type;
    this.form = form;
  }

  public static <T> BinaryTypeInfo<T> of(Class<T> type, BinaryForm<T> form) {
    return new BinaryTypeInfo<>(type, form);
  }

  @Override
  public TypeSerializer<T> createSerializer(SerializerConfig config) {
    return new BinaryTypeSerializer<>(form, form.version());
  }

  @Override
  public Class<T> getTypeClass() {
    return type;
  }

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public String toString() {
    return "BinaryTypeInfo(" + type.getSimpleName() + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BinaryTypeInfo<?> info
        && type == info.type
        && form.getClass() == info.form.getClass();
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, form.getClass());
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof BinaryTypeInfo;
  }
}
