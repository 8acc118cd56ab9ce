package city.xueliang.console.http;

import city.xueliang.console.access.Role;
import city.xueliang.console.access.Seat;
import city.xueliang.console.access.SeatView;
import city.xueliang.console.city.CityPlaces;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.Place.Validity;
import city.xueliang.testing.Town;
import java.util.List;
import java.util.Set;

/** A city of two districts, with a seat in one of them. */
public final class SmallTown {
  public static final String CITY = "630100";
  public static final String STREET = "630105001";
  public static final String FAR_STREET = "630104002";
  public static final String ZONE = "festival-street";

  public static final CityPlaces PLACES =
      new CityPlaces(
          1,
          List.of(
              place(CITY, Level.CITY, null, "西宁市"),
              place(Town.DISTRICT, Level.DISTRICT, CITY, "城北区"),
              place(Town.OTHER_DISTRICT, Level.DISTRICT, CITY, "城西区"),
              place(STREET, Level.STREET, Town.DISTRICT, "=小桥\",大街"),
              place("630105001001", Level.COMMUNITY, STREET, "社区"),
              place(Town.GRID, Level.GRID, "630105001001", "第一网格"),
              place(Town.NEXT_GRID, Level.GRID, "630105001001", "第二网格"),
              place(FAR_STREET, Level.STREET, Town.OTHER_DISTRICT, "远街"),
              place("630104002003", Level.COMMUNITY, FAR_STREET, "远社区"),
              place(Town.FAR_GRID, Level.GRID, "630104002003", "远网格"),
              zone()));

  private SmallTown() {}

  /** What a seat of the district sees. */
  public static SeatView view(Role role) {
    return view(role, Town.DISTRICT);
  }

  public static SeatView view(Role role, String place) {
    return new SeatView(new Seat("630105-desk-01", role, Set.of(place)), PLACES);
  }

  private static Place place(String code, Level level, String parent, String name) {
    return new Place(
        code, level, parent, name, null, null, null, null, List.of(), List.of(), Validity.ALWAYS);
  }

  private static Place zone() {
    return new Place(
        ZONE,
        Level.ZONE,
        null,
        "庙会",
        "Temple Fair",
        null,
        null,
        null,
        List.of(),
        List.of(Town.GRID),
        Validity.ALWAYS);
  }
}
