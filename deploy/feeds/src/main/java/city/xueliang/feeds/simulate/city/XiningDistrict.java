package city.xueliang.feeds.simulate.city;

import city.xueliang.domain.place.Place.Coordinate;

/**
 * The districts and counties of Xining with the number of their streets and towns, and of their
 * communities and villages. The city's sums (84 and 1,090) and the 79 of 城北 are those of 2016; how
 * the rest is shared out among the other districts is invented.
 */
enum XiningDistrict {
  CHENGDONG("630102", "城东区", "Chengdong District", 101.803, 36.600, 10, 76, true),
  CHENGZHONG("630103", "城中区", "Chengzhong District", 101.784, 36.612, 9, 68, true),
  CHENGXI("630104", "城西区", "Chengxi District", 101.751, 36.628, 8, 62, true),
  CHENGBEI("630105", "城北区", "Chengbei District", 101.766, 36.660, 6, 79, true),
  HUANGZHONG("630106", "湟中区", "Huangzhong District", 101.572, 36.501, 18, 390, false),
  DATONG("630121", "大通回族土族自治县", "Datong County", 101.685, 36.927, 23, 295, false),
  HUANGYUAN("630123", "湟源县", "Huangyuan County", 101.256, 36.682, 10, 120, false);

  static final String CITY = "630100";
  static final Coordinate CITY_CENTRE = new Coordinate(101.778, 36.617);

  final String code;
  final String nameZh;
  final String nameEn;
  private final double longitude;
  private final double latitude;
  final int streets;
  final int communities;

  /** Inside the built-up city: more grids and devices in each community, and shorter ways. */
  final boolean urban;

  XiningDistrict(
      String code,
      String nameZh,
      String nameEn,
      double longitude,
      double latitude,
      int streets,
      int communities,
      boolean urban) {
    this.code = code;
    this.nameZh = nameZh;
    this.nameEn = nameEn;
    this.longitude = longitude;
    this.latitude = latitude;
    this.streets = streets;
    this.communities = communities;
    this.urban = urban;
  }

  Coordinate centre() {
    return new Coordinate(longitude, latitude);
  }

  /** How far its places lie from its centre, degrees. */
  double radius() {
    return urban ? 0.025 : 0.15;
  }
}
