package city.xueliang.console;

import city.xueliang.console.live.LiveCity;
import city.xueliang.domain.place.GridKind;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.Place.Validity;
import city.xueliang.testing.Town;
import java.util.List;
import java.util.stream.Stream;

/** A city of two districts: a grid in one, two in the other, and a zone across them. */
public final class TestingCity {
  public static final String CITY = "630100";
  public static final String STREET = "630105001";

  /** Lies in both districts. */
  public static final String WIDE_ZONE = "ZONE-WIDE";

  /** Lies in the first district. */
  public static final String ZONE = "ZONE-NEAR";

  private TestingCity() {}

  public static List<Place> places() {
    return List.of(
        place(CITY, Level.CITY, null),
        place(Town.DISTRICT, Level.DISTRICT, CITY),
        place(Town.OTHER_DISTRICT, Level.DISTRICT, CITY),
        place(STREET, Level.STREET, Town.DISTRICT),
        place("630105001001", Level.COMMUNITY, STREET),
        place(Town.GRID, Level.GRID, "630105001001"),
        place(Town.NEXT_GRID, Level.GRID, "630105001001"),
        place("630104002", Level.STREET, Town.OTHER_DISTRICT),
        place("630104002003", Level.COMMUNITY, "630104002"),
        place(Town.FAR_GRID, Level.GRID, "630104002003"),
        zone(ZONE, Town.GRID),
        zone(WIDE_ZONE, Town.NEXT_GRID, Town.FAR_GRID));
  }

  /** Lets a city have these places. */
  public static void put(LiveCity city) {
    places().forEach(city::put);
  }

  private static Place place(String code, Level level, String parent) {
    return new Place(
        code,
        level,
        parent,
        "地点" + code,
        null,
        level == Level.GRID ? GridKind.GENERAL : null,
        null,
        null,
        List.of(),
        List.of(),
        Validity.ALWAYS,
        null);
  }

  private static Place zone(String code, String... grids) {
    return new Place(
        code,
        Level.ZONE,
        null,
        "片区" + code,
        null,
        null,
        null,
        null,
        List.of(),
        Stream.of(grids).toList(),
        Validity.ALWAYS,
        null);
  }
}
