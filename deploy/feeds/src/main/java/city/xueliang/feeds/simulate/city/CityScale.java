package city.xueliang.feeds.simulate.city;

import city.xueliang.feeds.simulate.option.WrongOptionException;

/**
 * How much of Xining is built. Grids and devices grow with the factor; streets and communities
 * shrink with it but do not grow.
 */
record CityScale(double factor) {
  static final int GENERAL_GRIDS = 2_673;
  static final int DEDICATED_GRIDS = 503;
  static final int CAMERAS = 20_000;
  static final int SENSORS = 60_000;
  static final double LEAST = 0.001;
  static final double GREATEST = 20;

  private static final int LEAST_OF_A_LEVEL = 2;

  CityScale {
    if (!(factor >= LEAST && factor <= GREATEST)) {
      throw new WrongOptionException("scale-range", factor, LEAST, GREATEST);
    }
  }

  /** The factor, or the nearest that is allowed. */
  static CityScale within(double factor) {
    return new CityScale(Math.min(GREATEST, Math.max(LEAST, factor)));
  }

  /** Streets of a district, or communities of a district that has so many streets. */
  int children(int atFullScale, int parents) {
    long scaled = Math.round(atFullScale * Math.min(1, factor));
    return (int) Math.max((long) LEAST_OF_A_LEVEL * parents, scaled);
  }

  /** Grids or devices; never fewer than so many. */
  int count(int atFullScale, int least) {
    return (int) Math.max(least, Math.round(atFullScale * factor));
  }
}
