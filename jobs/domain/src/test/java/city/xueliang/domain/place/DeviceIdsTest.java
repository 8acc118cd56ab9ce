package city.xueliang.domain.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceIdsTest {
  @Test
  void twentyDigitsAreAnId() {
    assertThat(DeviceIds.isValid("63010500001310000001")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "6301050000131000000",
        "630105000013100000011",
        "6301050000131000000a",
        " 3010500001310000001",
        "６3010500001310000001",
        "-3010500001310000001"
      })
  void anythingElseIsNone(String id) {
    assertThat(DeviceIds.isValid(id)).isFalse();
  }

  @Test
  void digitsElevenToThirteenTellCamerasFromOthers() {
    assertThat(DeviceIds.typeOf("63010500001310000001")).isEqualTo("131");
    assertThat(DeviceIds.isCamera("63010500001310000001")).isTrue();
    assertThat(DeviceIds.isCamera("63010500001320000001")).isTrue();
    assertThat(DeviceIds.isCamera("63010500001340000001")).isFalse();
  }
}
