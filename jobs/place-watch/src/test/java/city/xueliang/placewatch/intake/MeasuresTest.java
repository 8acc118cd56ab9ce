package city.xueliang.placewatch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.schemas.CameraKind;
import city.xueliang.schemas.Quantity;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class MeasuresTest {

  @Test
  void theDomainAndTheContractsHaveTheSameNames() {
    assertThat(namesOf(ModelClass.CAMERA))
        .containsExactlyInAnyOrderElementsOf(known(CameraKind.values()));
    assertThat(namesOf(ModelClass.SENSOR))
        .containsExactlyInAnyOrderElementsOf(known(Quantity.values()));
  }

  @ParameterizedTest
  @EnumSource(value = CameraKind.class, mode = Mode.EXCLUDE, names = "UNKNOWN")
  void aKindComesBack(CameraKind kind) {
    assertThat(Measures.kind(Measures.of(kind))).isEqualTo(kind);
    assertThat(Measures.quantity(Measures.of(kind))).isNull();
  }

  @ParameterizedTest
  @EnumSource(value = Quantity.class, mode = Mode.EXCLUDE, names = "UNKNOWN")
  void aQuantityComesBack(Quantity quantity) {
    assertThat(Measures.quantity(Measures.of(quantity))).isEqualTo(quantity);
    assertThat(Measures.kind(Measures.of(quantity))).isNull();
  }

  private static List<String> namesOf(ModelClass sender) {
    return Arrays.stream(Measure.values())
        .filter(measure -> measure.sender() == sender)
        .map(Measure::name)
        .toList();
  }

  private static List<String> known(Enum<?>[] symbols) {
    return Arrays.stream(symbols).map(Enum::name).filter(name -> !name.equals("UNKNOWN")).toList();
  }
}
