package city.xueliang.feeds.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Place;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NationalTablesTest {
  private static final String COLUMNS = "code,parent,name,level,longitude,latitude";
  private static final String CITY = "630100000000,630000000000,西宁市,city,101.778223,36.617134";
  private static final String COUNTY = "630105000000,630100000000,城北区,county,101.766228,36.650038";
  private static final String TOWN = "630105002000,630105000000,小桥大街街道办事处,town,,";

  @TempDir private Path folder;
  private WrittenFiles files;

  @BeforeEach
  void startWithoutFiles() {
    files = new WrittenFiles(folder);
  }

  @Test
  void isReadAsItIs() throws InvalidRegistryException {
    files.with(
        "places.csv",
        COLUMNS,
        CITY,
        COUNTY,
        TOWN,
        "630105002001,630105002000,毛胜寺社区居委会,village,101.76,36.65");
    assertThat(files.read().places())
        .extracting(Place::code, Place::level, Place::parent, Place::nameZh)
        .containsExactly(
            tuple("630100", Level.CITY, null, "西宁市"),
            tuple("630105", Level.DISTRICT, "630100", "城北区"),
            tuple("630105002", Level.STREET, "630105", "小桥大街街道办事处"),
            tuple("630105002001", Level.COMMUNITY, "630105002", "毛胜寺社区居委会"));
  }

  @Test
  void aParentOfTheWrongLevelIsFoundBehindTheZeros() {
    files.with("places.csv", COLUMNS, CITY, COUNTY, "630105002001,630105000000,毛胜寺社区居委会,village,,");
    assertThat(files.problems())
        .extracting("line", "field", "key")
        .containsExactly(tuple(4, "parent", "registry.parent-level"));
  }

  @Test
  void digitsThatAreNoZerosAreNotCut() {
    files.with("places.csv", COLUMNS, CITY, "630105000001,630100000000,城北区,county,,");
    assertThat(files.problems())
        .extracting("line", "key", "arguments")
        .containsExactly(tuple(3, "registry.code-form-district", List.of("630105000001")));
  }

  @Test
  void aCityNamesNoOtherProvinceThanItsOwn() {
    files.with("places.csv", COLUMNS, "630100000000,620000000000,西宁市,city,,");
    assertThat(files.problems())
        .extracting("line", "field", "key")
        .containsExactly(tuple(2, "parent", "registry.parent-not-allowed"));
  }

  @Test
  void aCommunityWhoseOwnDigitsAreZerosKeepsThem() throws InvalidRegistryException {
    files.with(
        "places.csv",
        COLUMNS,
        CITY,
        COUNTY,
        TOWN,
        "630105002000,630105002000,街道直属,community,,",
        "630105002000001,630105002000,直属网格,grid,,");
    assertThat(files.read().places().subList(3, 5))
        .extracting(Place::code, Place::parent)
        .containsExactly(
            tuple("630105002000", "630105002"), tuple("630105002000001", "630105002000"));
  }
}
