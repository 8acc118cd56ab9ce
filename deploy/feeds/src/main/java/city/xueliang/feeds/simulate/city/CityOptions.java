package city.xueliang.feeds.simulate.city;

import city.xueliang.feeds.simulate.option.WrongOptionException;

/**
 * How a city is made.
 *
 * @param scale factor on the grids and devices of Xining, 0.001 to 20
 * @param rate records per second over all devices, more than 0; from it follows the interval at
 *     which a device should be heard
 */
public record CityOptions(long seed, double scale, double rate) {
  private static final int[] INTERVALS = {
    10, 15, 20, 30, 60, 120, 180, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 43_200, 86_400
  };

  /** Seconds of a year. */
  private static final double LONGEST = 31_536_000;

  /** A record may be delayed, which must not look like silence. */
  private static final double MARGIN = 1.2;

  public CityOptions {
    if (!(rate > 0)) {
      throw new WrongOptionException("rate-range", rate);
    }
  }

  /** Seconds, a round number, in which so many devices all had their turn. */
  int reportInterval(int devices) {
    double needed = MARGIN * devices / rate;
    for (int interval : INTERVALS) {
      if (interval >= needed) {
        return interval;
      }
    }
    return (int) Math.min(LONGEST, Math.ceil(needed));
  }
}
