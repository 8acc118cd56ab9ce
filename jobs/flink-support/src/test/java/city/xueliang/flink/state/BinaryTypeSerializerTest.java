package city.xueliang.flink.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class BinaryTypeSerializerTest {
  private static final Note NOTE = new Note("雪亮", true);

  private final TypeSerializer<Note> first = serializerOf(Note.Form.FIRST);
  private final TypeSerializer<Note> serializer = serializerOf(Note.Form.NEWEST);

  @Test
  void readsWhatItWrote() throws IOException {
    assertThat(serializer.deserialize(written(serializer, NOTE))).isEqualTo(NOTE);
    assertThat(serializer.deserialize(new Note("old", false), written(serializer, NOTE)))
        .isEqualTo(NOTE);
  }

  @Test
  void copiesBytesAndValues() throws IOException {
    DataOutputSerializer copied = new DataOutputSerializer(16);
    serializer.copy(written(serializer, NOTE), copied);

    assertThat(serializer.deserialize(new DataInputDeserializer(copied.getCopyOfBuffer())))
        .isEqualTo(NOTE);
    assertThat(serializer.copy(NOTE)).isEqualTo(NOTE).isNotSameAs(NOTE);
    assertThat(serializer.copy(NOTE, new Note("old", false))).isEqualTo(NOTE).isNotSameAs(NOTE);
  }

  @Test
  void copiedBytesOfAnOlderVersionAreThoseOfTheNewest() throws IOException {
    DataOutputSerializer copied = new DataOutputSerializer(16);
    throughSavepoint(first.snapshotConfiguration())
        .restoreSerializer()
        .copy(written(first, NOTE), copied);

    assertThat(serializer.deserialize(new DataInputDeserializer(copied.getCopyOfBuffer())))
        .isEqualTo(new Note("雪亮", false));
  }

  @Test
  void aSavepointOfTheSameVersionIsTakenAsItIs() throws IOException {
    TypeSerializerSnapshot<Note> kept = throughSavepoint(serializer.snapshotConfiguration());

    assertThat(compatibility(kept).isCompatibleAsIs()).isTrue();
    assertThat(kept.restoreSerializer()).isEqualTo(serializer).hasSameHashCodeAs(serializer);
  }

  @Test
  void aSavepointOfAnOlderVersionIsReadByItAndWrittenAnew() throws IOException {
    TypeSerializerSnapshot<Note> kept = throughSavepoint(first.snapshotConfiguration());

    assertThat(compatibility(kept).isCompatibleAfterMigration()).isTrue();
    assertThat(kept.restoreSerializer().deserialize(written(first, NOTE)))
        .isEqualTo(new Note("雪亮", false));
    assertThat(kept.restoreSerializer()).isNotEqualTo(serializer);
  }

  @Test
  void aSavepointOfANewerVersionIsRefused() throws IOException {
    assertThat(
            compatibility(
                    throughSavepoint(serializerOf(Note.Form.NEWEST + 1).snapshotConfiguration()))
                .isIncompatible())
        .isTrue();
  }

  @Test
  void aSavepointOfAnotherFormIsRefused() throws IOException {
    TypeSerializerSnapshot<Note> kept =
        throughSavepoint(
            BinaryTypeInfo.of(Note.class, new Note.OtherForm())
                .createSerializer(new SerializerConfigImpl())
                .snapshotConfiguration());

    assertThat(compatibility(kept).isIncompatible()).isTrue();
  }

  @Test
  @SuppressWarnings({"unchecked", "rawtypes"}) // What Flink hands over is not typed either.
  void aSavepointOfAnotherKindOfSerializerIsRefused() {
    TypeSerializerSnapshot<Note> kept =
        (TypeSerializerSnapshot) StringSerializer.INSTANCE.snapshotConfiguration();

    assertThat(compatibility(kept).isIncompatible()).isTrue();
  }

  private static TypeSerializer<Note> serializerOf(int release) {
    return BinaryTypeInfo.of(Note.class, new Note.Form(release))
        .createSerializer(new SerializerConfigImpl());
  }

  private static TypeSerializerSnapshot<Note> throughSavepoint(
      TypeSerializerSnapshot<Note> snapshot) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, snapshot);
    return TypeSerializerSnapshot.readVersionedSnapshot(
        new DataInputDeserializer(out.getCopyOfBuffer()),
        BinaryTypeSerializerTest.class.getClassLoader());
  }

  private TypeSerializerSchemaCompatibility<Note> compatibility(TypeSerializerSnapshot<Note> kept) {
    return serializer.snapshotConfiguration().resolveSchemaCompatibility(kept);
  }

  private static DataInputDeserializer written(TypeSerializer<Note> serializer, Note note)
      throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(16);
    serializer.serialize(note, out);
    return new DataInputDeserializer(out.getCopyOfBuffer());
  }
}
