package city.xueliang.feeds.registry;

import static city.xueliang.feeds.registry.GeoJsonText.collection;
import static city.xueliang.feeds.registry.GeoJsonText.feature;
import static city.xueliang.feeds.registry.GeoJsonText.geometry;
import static city.xueliang.feeds.registry.GeoJsonText.json;
import static city.xueliang.feeds.registry.WrittenFiles.GRID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.Place.Coordinate;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapsTest {
  private static final String CITY = "'code':'630100','level':'city','nameZh':'西宁市'";
  private static final String SQUARE = "[[101,36],[102,36],[102,37],[101,37],[101,36]]";
  private static final List<Coordinate> SQUARE_RING =
      List.of(
          new Coordinate(101, 36),
          new Coordinate(102, 36),
          new Coordinate(102, 37),
          new Coordinate(101, 37),
          new Coordinate(101, 36));

  @TempDir private Path folder;
  private WrittenFiles files;

  @BeforeEach
  void startWithoutFiles() {
    files = new WrittenFiles(folder);
  }

  @Test
  void aPolygonIsOutlineAndCentre() throws InvalidRegistryException {
    Place city = city(geometry("Polygon", "[" + SQUARE + ",[[1,1],[2,1],[2,2],[1,1]]]"));
    assertThat(city.outline()).containsExactly(SQUARE_RING);
    assertThat(city.centre()).isEqualTo(new Coordinate(101.5, 36.5));
  }

  @Test
  void aMultiPolygonHasTheCentreOfItsLargestRing() throws InvalidRegistryException {
    Place city =
        city(
            geometry(
                "MultiPolygon", "[[[[90,30],[90.1,30],[90.1,30.1],[90,30]]],[" + SQUARE + "]]"));
    assertThat(city.outline()).hasSize(2).contains(SQUARE_RING);
    assertThat(city.centre()).isEqualTo(new Coordinate(101.5, 36.5));
  }

  @Test
  void aPointIsACentre() throws InvalidRegistryException {
    Place city = city(geometry("Point", "[101.7,36.6,2261]"));
    assertThat(city.centre()).isEqualTo(new Coordinate(101.7, 36.6));
    assertThat(city.outline()).isEmpty();
  }

  @Test
  void coordinatesThatAreGivenComeBeforeTheOutlinesCentre() throws InvalidRegistryException {
    files.with(
        "city.geojson",
        collection(
            feature(
                CITY + ",'longitude':101.7,'latitude':36.6",
                geometry("Polygon", "[" + SQUARE + "]"))));
    assertThat(files.read().places().get(0).centre()).isEqualTo(new Coordinate(101.7, 36.6));
  }

  @Test
  void aFeatureWithADeviceIdIsADevice() throws InvalidRegistryException {
    files
        .withCity()
        .with(
            "devices.geojson",
            collection(
                feature(
                    "'deviceId':'63010500001320000001','grid':'"
                        + GRID
                        + "','modelClass':'CAMERA','reportIntervalSeconds':60,'segment':'s-1'",
                    geometry("Point", "[101.7,36.6]"))));
    assertThat(files.read().devices())
        .containsExactly(
            Device.inService("63010500001320000001", GRID, ModelClass.CAMERA, 60, "s-1"));
  }

  @Test
  void theGridsOfAZoneMayBeAList() throws InvalidRegistryException {
    files
        .withCity()
        .with(
            "zones.geojson",
            collection(
                feature(
                    "'code':'belt','level':'zone','nameZh':'学校周边','grids':['" + GRID + "']",
                    "null")));
    assertThat(files.read().places().get(5).grids()).containsExactly(GRID);
  }

  @Test
  void aProblemNamesTheLineAndTheFeature() {
    files.with(
        "city.geojson",
        collection(feature(CITY, "null"), feature("'code':'630105','level':'district'", "null")));
    assertThat(files.problems())
        .extracting("line", "field", "key")
        .containsExactly(
            tuple(3, "features[1].parent", "file.missing-value"),
            tuple(3, "features[1].nameZh", "file.missing-value"));
  }

  @Test
  void anUnknownPropertyIsToldOnceForAFile() {
    files.with(
        "city.geojson",
        collection(feature(CITY + ",'fid':1", "null"), feature(CITY + ",'fid':2", "null")));
    assertThat(files.problems())
        .extracting("line", "key")
        .containsExactly(tuple(2, "file.unknown-column"), tuple(3, "registry.duplicate-code"));
  }

  @Test
  void anotherGeometryIsRefused() {
    files.with("city.geojson", collection(feature(CITY, geometry("LineString", "[[1,1],[2,2]]"))));
    assertThat(files.problems()).extracting("key").containsExactly("file.geometry-type");
  }

  @Test
  void coordinatesOfAnotherNestingAreTold() {
    files.with("city.geojson", collection(feature(CITY, geometry("Polygon", SQUARE))));
    assertThat(files.problems()).extracting("key").containsExactly("file.coordinates");
  }

  @Test
  void aRingThatIsNotClosedIsTold() {
    files.with(
        "city.geojson",
        collection(feature(CITY, geometry("Polygon", "[[[101,36],[102,36],[102,37],[101,37]]]"))));
    assertThat(files.problems())
        .extracting("line", "field", "key")
        .containsExactly(tuple(2, "features[0].outline", "registry.ring-not-closed"));
  }

  @Test
  void whatIsNoFeatureIsTold() {
    files.with("city.geojson", collection(feature(CITY, "null"), "17"));
    assertThat(files.problems())
        .extracting("line", "key")
        .containsExactly(tuple(3, "file.not-a-feature"));
  }

  @Test
  void brokenJsonIsToldWithItsLine() {
    files.with("city.geojson", "{\"type\":\"FeatureCollection\",", "\"features\":[}");
    assertThat(files.problems())
        .extracting("line", "key")
        .containsExactly(tuple(2, "file.malformed-json"));
  }

  @Test
  void anotherTopmostTypeIsRefused() {
    files.with("city.geojson", json("{'type':'Topology'}"));
    assertThat(files.problems()).extracting("key").containsExactly("file.not-a-collection");
  }

  @Test
  void anEmptyCollectionIsTold() {
    assertThat(files.with("city.geojson", collection()).problems())
        .extracting("key")
        .containsExactly("file.empty");
  }

  private Place city(String geometry) throws InvalidRegistryException {
    files.with("city.geojson", collection(feature(CITY, geometry)));
    return files.read().places().get(0);
  }
}
