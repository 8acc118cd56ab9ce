package city.xueliang.flink.state;

import city.xueliang.domain.state.BinaryForm;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.util.InstantiationUtil;

/**
 * What a savepoint keeps of a {@link BinaryTypeSerializer}: the form's class and the version of its
 * bytes. State of an older version is read by it and written anew; state of a newer one is refused.
 *
 * @param <T> the value's class
 */
public final class BinaryTypeSerializerSnapshot<T> implements TypeSerializerSnapshot<T> {
  private BinaryForm<T> form;
  private int writtenVersion;

  /** For Flink, which fills it by {@link #readSnapshot}. */
  public BinaryTypeSerializerSnapshot() {}

  BinaryTypeSerializerSnapshot(BinaryForm<T> form, int writtenVersion) {
    this.form = form;
    this.writtenVersion = writtenVersion;
  }

  @Override
  public int getCurrentVersion() {
    return 1;
  }

  @Override
  public void writeSnapshot(DataOutputView out) throws IOException {
    out.writeUTF(form.getClass().getName());
    out.writeInt(writtenVersion);
  }

  @Override
  @SuppressWarnings("unchecked") // The class name was written by writeSnapshot for the same T.
  public void readSnapshot(int readVersion, DataInputView in, ClassLoader classLoader)
      throws IOException {
    form =
        InstantiationUtil.instantiate(
            InstantiationUtil.resolveClassByName(in, classLoader, BinaryForm.class));
    writtenVersion = in.readInt();
  }

  @Override
  public TypeSerializer<T> restoreSerializer() {
    return new BinaryTypeSerializer<>(form, writtenVersion);
  }

  @Override
  public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
      TypeSerializerSnapshot<T> oldSnapshot) {
    if (!(oldSnapshot instanceof BinaryTypeSerializerSnapshot<T> old)
        || old.form.getClass() != form.getClass()
        || old.writtenVersion > writtenVersion) {
      return TypeSerializerSchemaCompatibility.incompatible();
    }
    return old.writtenVersion == writtenVersion
        ? TypeSerializerSchemaCompatibility.compatibleAsIs()
        : TypeSerializerSchemaCompatibility.compatibleAfterMigration();
  }
}
