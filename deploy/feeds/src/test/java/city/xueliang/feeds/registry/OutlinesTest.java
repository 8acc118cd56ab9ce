package city.xueliang.feeds.registry;

import static city.xueliang.feeds.registry.GeoJsonText.collection;
import static city.xueliang.feeds.registry.GeoJsonText.feature;
import static city.xueliang.feeds.registry.GeoJsonText.geometry;
import static city.xueliang.feeds.registry.GeoJsonText.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.Place.Coordinate;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutlinesTest {
  private static final String SQUARE =
      geometry("Polygon", "[[[101,36],[102,36],[102,37],[101,37],[101,36]]]");
  private static final String OPEN = geometry("Polygon", "[[[101,36],[102,36],[102,37],[101,37]]]");

  @TempDir private Path folder;
  private WrittenFiles files;

  @BeforeEach
  void startWithACity() {
    files = new WrittenFiles(folder).withCity();
  }

  @Test
  void aBarePolygonIsTheOutlineOfThePlaceThatTheFilesNameEndsWith()
      throws InvalidRegistryException {
    Place district = files.with("boundary-630105.geojson", json(SQUARE)).read().places().get(1);
    assertThat(district.outline()).hasSize(1);
    assertThat(district.centre()).isEqualTo(new Coordinate(101.5, 36.5));
  }

  @Test
  void aFeatureWithNothingButACodeIsAnOutlineToo() throws InvalidRegistryException {
    files.with("outlines.geojson", collection(feature("'code':'630105'", SQUARE)));
    assertThat(files.read().places().get(1).outline()).hasSize(1);
  }

  @Test
  void aBarePolygonWhoseFileNamesNoPlaceIsRefused() {
    assertThat(files.with("boundary.geojson", json(SQUARE)).problems())
        .extracting("file", "key")
        .containsExactly(tuple("boundary.geojson", "file.bare-outline"));
  }

  @Test
  void anOutlineOfAPlaceThatIsNotThereIsTold() {
    assertThat(files.with("boundary-630199.geojson", json(SQUARE)).problems())
        .extracting("file", "key")
        .containsExactly(tuple("boundary-630199.geojson", "file.outline-of-no-place"));
  }

  @Test
  void aSecondOutlineIsTold() {
    files.with("boundary-630105.geojson", json(SQUARE)).with("again-630105.geojson", json(SQUARE));
    assertThat(files.problems())
        .extracting("file", "key")
        .containsExactly(tuple("again-630105.geojson", "file.second-outline"));
  }

  @Test
  void aRingThatIsNotClosedIsToldForTheOutlinesOwnFile() {
    assertThat(files.with("boundary-630105.geojson", json(OPEN)).problems())
        .extracting("file", "field", "key")
        .containsExactly(tuple("boundary-630105.geojson", "outline", "registry.ring-not-closed"));
  }
}
