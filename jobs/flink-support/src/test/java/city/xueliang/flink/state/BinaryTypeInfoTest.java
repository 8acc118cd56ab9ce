package city.xueliang.flink.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class BinaryTypeInfoTest {
  private final BinaryTypeInfo<Note> type = BinaryTypeInfo.of(Note.class, new Note.Form());

  @Test
  void makesASerializerOfTheNewestVersion() {
    assertThat(type.createSerializer(new SerializerConfigImpl()))
        .isEqualTo(new BinaryTypeSerializer<>(new Note.Form(), Note.Form.NEWEST));
  }

  @Test
  void isOneValueThatIsNoKey() {
    assertThat(type.getTypeClass()).isEqualTo(Note.class);
    assertThat(type.isKeyType()).isFalse();
    assertThat(type.isBasicType()).isFalse();
    assertThat(type.isTupleType()).isFalse();
    assertThat(type.getArity()).isEqualTo(1);
    assertThat(type.getTotalFields()).isEqualTo(1);
  }

  @Test
  void isEqualToOneOfTheSameClassAndForm() {
    assertThat(BinaryTypeInfo.of(Note.class, new Note.Form()))
        .isEqualTo(type)
        .hasSameHashCodeAs(type);
    assertThat(BinaryTypeInfo.of(Note.class, new Note.OtherForm())).isNotEqualTo(type);
    assertThat(type.canEqual(Types.STRING)).isFalse();
  }

  @Test
  void travelsWithTheJobAndTellsItsClass() throws Exception {
    assertThat(InstantiationUtil.clone(type)).isEqualTo(type);
    assertThat(type).hasToString("BinaryTypeInfo(Note)");
  }
}
