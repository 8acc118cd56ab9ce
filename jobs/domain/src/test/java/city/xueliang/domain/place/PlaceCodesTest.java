package city.xueliang.domain.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceCodesTest {
  private static final String GRID = "630105002001001";

  @ParameterizedTest
  @CsvSource({
    "CITY, 630100",
    "DISTRICT, 630105",
    "STREET, 630105002",
    "COMMUNITY, 630105002001",
    "GRID, 630105002001001",
    "ZONE, xiaoqiao-1"
  })
  void aCodeHasTheFormOfItsLevel(Level level, String code) {
    assertThat(PlaceCodes.isValid(code, level)).isTrue();
    assertThat(PlaceCodes.levelOf(code)).isEqualTo(level);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "6301", "63010500", "1st-street", "小桥"})
  void aCodeOfNoFormHasNoLevel(String code) {
    assertThatThrownBy(() -> PlaceCodes.levelOf(code))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + code + "'");
  }

  @Test
  void aGridLiesInFourPlaces() {
    assertThat(PlaceCodes.ancestorsOf(GRID))
        .containsExactly("630105002001", "630105002", "630105", "630100");
  }

  @ParameterizedTest
  @ValueSource(strings = {GRID, "630105002001", "630105002", "630105", "630100"})
  void aCodeTellsItsCity(String code) {
    assertThat(PlaceCodes.cityOf(code)).isEqualTo("630100");
  }

  @ParameterizedTest
  @CsvSource({
    "CITY, 630105",
    "CITY, 6301000",
    "DISTRICT, 630100",
    "DISTRICT, 63010",
    "STREET, 63010500２",
    "COMMUNITY, 63010500200a",
    "GRID, 6301050020010011",
    "GRID, ''",
    "ZONE, 1st-street",
    "ZONE, 小桥",
    "ZONE, ''"
  })
  void anyOtherFormIsRefused(Level level, String code) {
    assertThat(PlaceCodes.isValid(code, level)).isFalse();
  }

  @Test
  void aZonesCodeHas64CharactersAtMost() {
    assertThat(PlaceCodes.isValid("z".repeat(64), Level.ZONE)).isTrue();
    assertThat(PlaceCodes.isValid("z".repeat(65), Level.ZONE)).isFalse();
  }

  @Test
  void aCityCoversTheGridsOfAllItsDistrictsAndNoOtherCitys() {
    assertThat(PlaceCodes.covers("630100", GRID)).isTrue();
    assertThat(PlaceCodes.covers("630100", "630122002001001")).isTrue();
    assertThat(PlaceCodes.covers("630200", GRID)).isFalse();
  }

  @Test
  void aPlaceCoversTheGridsThatBeginWithItsCode() {
    assertThat(PlaceCodes.covers("630105002", GRID)).isTrue();
    assertThat(PlaceCodes.covers("630105003", GRID)).isFalse();
  }

  @Test
  void aDistrictSharesFourDigitsWithItsCityAndAnyOtherPlaceAllOfItsParents() {
    assertThat(PlaceCodes.isNested("630122", "630100", Level.DISTRICT)).isTrue();
    assertThat(PlaceCodes.isNested("630222", "630100", Level.DISTRICT)).isFalse();
    assertThat(PlaceCodes.isNested("630105002", "630105", Level.STREET)).isTrue();
    assertThat(PlaceCodes.isNested("630105002", "630106", Level.STREET)).isFalse();
  }

  @Test
  void theFirstSixDigitsAreTheDistrict() {
    assertThat(PlaceCodes.districtOf(GRID)).isEqualTo("630105");
    assertThat(PlaceCodes.districtOf("630105")).isEqualTo("630105");
  }
}
