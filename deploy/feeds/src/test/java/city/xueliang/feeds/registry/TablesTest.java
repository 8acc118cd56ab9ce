package city.xueliang.feeds.registry;

import static city.xueliang.feeds.registry.WrittenFiles.DEVICES;
import static city.xueliang.feeds.registry.WrittenFiles.GRID;
import static city.xueliang.feeds.registry.WrittenFiles.PLACES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.GridKind;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.Place.Coordinate;
import city.xueliang.domain.place.Place.Validity;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {
  private static final String CAMERA = "63010500001320000001";

  @TempDir private Path folder;
  private WrittenFiles files;

  @BeforeEach
  void startWithoutFiles() {
    files = new WrittenFiles(folder);
  }

  @Test
  void readsEveryColumnOfAPlace() throws InvalidRegistryException {
    files
        .withCity()
        .with(
            "dedicated.csv",
            "code,level,parent,nameZh,nameEn,gridKind,longitude,latitude,areaSquareMetres,grids,"
                + "validFrom,validTo,replacedBy",
            "630105002001901,grid,630105002001,青海大学,Qinghai University,DEDICATED,101.75,36.72,"
                + "1.5e6,,2026-01-01,2027-01-01T00:00:00Z,630105002001902000",
            "school-belt,zone,,学校周边,,,,,," + GRID + " 630105002001901,,,");
    List<Place> places = files.read().places();
    assertThat(places.get(5))
        .isEqualTo(
            new Place(
                "630105002001901",
                Level.GRID,
                "630105002001",
                "青海大学",
                "Qinghai University",
                GridKind.DEDICATED,
                new Coordinate(101.75, 36.72),
                1_500_000.0,
                List.of(),
                List.of(),
                new Validity(
                    Instant.parse("2025-12-31T16:00:00Z"), Instant.parse("2027-01-01T00:00:00Z")),
                "630105002001902"));
    assertThat(places.get(6).grids()).containsExactly(GRID, "630105002001901");
  }

  @Test
  void aGridIsAGeneralOneUnlessTheFileSaysOtherwise() throws InvalidRegistryException {
    assertThat(files.withCity().read().places().get(4).gridKind()).isEqualTo(GridKind.GENERAL);
  }

  @Test
  void readsDevices() throws InvalidRegistryException {
    files
        .withCity()
        .with(
            "devices.csv",
            DEVICES + ",since",
            CAMERA + "," + GRID + ",camera,60,switch-01,,",
            "63010500001340000001,"
                + GRID
                + ",SENSOR,300,switch-01,2026-11-21,2026-11-01T00:00:00Z");
    assertThat(files.read().devices())
        .containsExactly(
            Device.inService(CAMERA, GRID, ModelClass.CAMERA, 60, "switch-01"),
            new Device(
                "63010500001340000001",
                GRID,
                ModelClass.SENSOR,
                300,
                "switch-01",
                Instant.parse("2026-11-01T00:00:00Z").toEpochMilli(),
                Instant.parse("2026-11-20T16:00:00Z").toEpochMilli()));
  }

  @Test
  void aDateBeginsInTheZoneThatIsAskedFor() throws InvalidRegistryException {
    files.with("places.csv", PLACES + ",validFrom", "630100,city,,西宁市,2026-01-01");
    assertThat(RegistryFiles.read(files.paths(), ZoneOffset.UTC).places().get(0).validity().from())
        .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @Test
  void toleratesWhatSpreadsheetsWrite() throws InvalidRegistryException {
    files.with(
        "places.csv", "\uFEFFCode,Level,Parent,NameZh\r", "630100,City, ,\"西宁市\"\r", ",,,\r", "");
    assertThat(files.read().places())
        .extracting(Place::code, Place::nameZh)
        .containsExactly(tuple("630100", "西宁市"));
  }

  @Test
  void everyUnreadableValueIsTold() {
    files
        .with(
            "places.csv",
            PLACES + ",gridKind,longitude,latitude,areaSquareMetres,validFrom,validTo",
            "630100,metropolis,,西宁市,SMALL,101°E,,1;2,yesterday,2026-02-30",
            ",city,,,,1e999,36,,+12026-01-01,2026-01-01T00:00:00")
        .with("devices.csv", DEVICES + ",since", CAMERA + ",,PHONE,1.5,,soon,lately");
    assertThat(files.problems())
        .extracting("file", "line", "field", "key")
        .containsExactlyInAnyOrder(
            tuple("places.csv", 2, "level", "file.level"),
            tuple("places.csv", 2, "gridKind", "file.grid-kind"),
            tuple("places.csv", 2, "longitude", "file.number"),
            tuple("places.csv", 2, "latitude", "file.half-a-coordinate"),
            tuple("places.csv", 2, "areaSquareMetres", "file.number"),
            tuple("places.csv", 2, "validFrom", "file.time"),
            tuple("places.csv", 2, "validTo", "file.time"),
            tuple("places.csv", 3, "code", "file.missing-value"),
            tuple("places.csv", 3, "nameZh", "file.missing-value"),
            tuple("places.csv", 3, "longitude", "file.number"),
            tuple("places.csv", 3, "validFrom", "file.time"),
            tuple("places.csv", 3, "validTo", "file.time"),
            tuple("devices.csv", 2, "grid", "file.missing-value"),
            tuple("devices.csv", 2, "modelClass", "file.model-class"),
            tuple("devices.csv", 2, "reportIntervalSeconds", "file.integer"),
            tuple("devices.csv", 2, "segment", "file.missing-value"),
            tuple("devices.csv", 2, "retiredAt", "file.time"),
            tuple("devices.csv", 2, "since", "file.time"));
  }

  @Test
  void problemsOfReadingAndOfTheRegistryComeTogetherInTheOrderOfTheLines() {
    files.with(
        "places.csv", PLACES, "630105,district,630100,城北区", "6301,city,,", "630102,county,,x");
    assertThat(files.problems())
        .extracting("line", "field", "key")
        .containsExactly(
            tuple(2, "parent", "registry.parent-unknown"),
            tuple(3, "nameZh", "file.missing-value"),
            tuple(3, "code", "registry.code-form-city"),
            tuple(4, "parent", "file.missing-value"));
  }
}
