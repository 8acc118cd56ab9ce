package city.xueliang.feeds.simulate.city;

import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.Place.Coordinate;
import city.xueliang.domain.place.Place.Validity;
import city.xueliang.feeds.simulate.chance.Randomness;
import java.util.ArrayList;
import java.util.List;

/** Builds city, districts, streets and communities. */
final class PlaceTree {
  private final CityScale scale;
  private final Randomness random;
  private final PlaceNames names;
  private final List<Place> upper = new ArrayList<>();
  private final List<Place> communities = new ArrayList<>();

  PlaceTree(CityScale scale, long seed) {
    this.scale = scale;
    this.random = Randomness.of(seed, "place tree");
    this.names = new PlaceNames(random);
    place(
        XiningDistrict.CITY,
        Level.CITY,
        null,
        "西宁市",
        "Xining City",
        XiningDistrict.CITY_CENTRE,
        upper);
    for (XiningDistrict district : XiningDistrict.values()) {
      add(district);
    }
  }

  /** City, districts and streets, parents first. */
  List<Place> upper() {
    return upper;
  }

  List<Place> communities() {
    return communities;
  }

  /** Whether a place lies in one of the districts of the built-up city. */
  static boolean isUrban(String code) {
    for (XiningDistrict district : XiningDistrict.values()) {
      if (code.startsWith(district.code)) {
        return district.urban;
      }
    }
    return true;
  }

  static Coordinate near(Coordinate centre, double radius, Randomness random) {
    return new Coordinate(
        degrees(centre.longitude() + radius * random.between(-1.0, 1.0)),
        degrees(centre.latitude() + radius * random.between(-0.8, 0.8)));
  }

  private void add(XiningDistrict district) {
    place(
        district.code,
        Level.DISTRICT,
        XiningDistrict.CITY,
        district.nameZh,
        district.nameEn,
        district.centre(),
        upper);
    int streets = scale.children(district.streets, 1);
    int total = scale.children(district.communities, streets);
    int[] perStreet = Shares.of(total, streets, 2, i -> 1, random);
    for (int i = 0; i < streets; i++) {
      addStreet(district, i, perStreet[i]);
    }
  }

  /** Codes of streets are 001 and up, of towns 100 and up, as in the national list. */
  private void addStreet(XiningDistrict district, int index, int communityCount) {
    boolean town = !district.urban && index > 0;
    PlaceNames.Name name = names.next();
    String code = "%s%03d".formatted(district.code, town ? 99 + index : 1 + index);
    Coordinate centre = near(district.centre(), district.radius(), random);
    place(
        code,
        Level.STREET,
        district.code,
        name.zh() + (town ? "镇" : "街道"),
        name.en() + (town ? " Town" : " Subdistrict"),
        centre,
        upper);
    for (int i = 0; i < communityCount; i++) {
      PlaceNames.Name community = names.next();
      place(
          "%s%03d".formatted(code, (town ? 200 : 1) + i),
          Level.COMMUNITY,
          code,
          community.zh() + (town ? "村" : "社区"),
          community.en() + (town ? " Village" : " Community"),
          near(centre, district.radius() / 4, random),
          communities);
    }
  }

  private static void place(
      String code,
      Level level,
      String parent,
      String nameZh,
      String nameEn,
      Coordinate centre,
      List<Place> target) {
    target.add(
        new Place(
            code,
            level,
            parent,
            nameZh,
            nameEn,
            null,
            centre,
            null,
            List.of(),
            List.of(),
            Validity.ALWAYS));
  }

  /** Six decimals: a tenth of a metre. */
  private static double degrees(double value) {
    return Math.rint(value * 1e6) / 1e6;
  }
}
