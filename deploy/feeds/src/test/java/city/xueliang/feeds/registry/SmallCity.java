package city.xueliang.feeds.registry;

import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.GridKind;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.Place.Coordinate;
import city.xueliang.domain.place.Place.Validity;
import city.xueliang.domain.place.Registry;
import java.time.Instant;
import java.util.List;

/** Entries whose every part is set on one of them and missing on another. */
final class SmallCity {
  static final Place CITY = city("西宁市");
  static final Place GRID =
      new Place(
          "630105002001001",
          Level.GRID,
          "630105002001",
          "毛胜寺第一网格",
          "Maoshengsi 1",
          GridKind.DEDICATED,
          new Coordinate(101.76, 36.65),
          12_500.5,
          List.of(
              List.of(
                  new Coordinate(101.7, 36.6),
                  new Coordinate(101.8, 36.6),
                  new Coordinate(101.8, 36.7),
                  new Coordinate(101.7, 36.6))),
          List.of(),
          new Validity(
              Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z")),
          "630105002001002");
  static final Place ZONE =
      new Place(
          "xiaoqiao",
          Level.ZONE,
          null,
          "小桥片区",
          null,
          null,
          null,
          null,
          List.of(),
          List.of("630105002001001"),
          Validity.ALWAYS);
  static final Device CAMERA =
      Device.inService(
          "63010500001320000001", "630105002001001", ModelClass.CAMERA, 60, "switch-01");
  static final Device RETIRED_SENSOR =
      new Device(
          "63010500001340000001",
          "630105002001001",
          ModelClass.SENSOR,
          300,
          "switch-01",
          Instant.parse("2026-10-01T00:00:00Z").toEpochMilli(),
          Instant.parse("2026-11-21T04:00:00Z").toEpochMilli());
  static final Registry REGISTRY =
      new Registry(List.of(CITY, GRID, ZONE), List.of(CAMERA, RETIRED_SENSOR));

  private SmallCity() {}

  static Place city(String name) {
    return new Place(
        "630100",
        Level.CITY,
        null,
        name,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        Validity.ALWAYS);
  }
}
