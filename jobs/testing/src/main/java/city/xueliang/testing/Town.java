package city.xueliang.testing;

import java.util.Locale;

/** Codes of a small town: two grids next to each other, one in another district, some devices. */
public final class Town {
  public static final String DISTRICT = "630105";
  public static final String GRID = "630105001001001";
  public static final String NEXT_GRID = "630105001001002";

  public static final String OTHER_DISTRICT = "630104";
  public static final String FAR_GRID = "630104002003001";

  public static final String CAMERA = camera(1);
  public static final String SENSOR = sensor(1);

  private Town() {}

  /** Id of a camera of the district. */
  public static String camera(int serial) {
    return device(132, serial);
  }

  /** Id of a sensor of the district. */
  public static String sensor(int serial) {
    return device(134, serial);
  }

  private static String device(int type, int serial) {
    return String.format(Locale.ROOT, "%s0000%03d1%06d", DISTRICT, type, serial);
  }
}
