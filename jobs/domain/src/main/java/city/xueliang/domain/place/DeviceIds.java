package city.xueliang.domain.place;

/**
 * The 20-digit device code of GB/T 28181: 1–2 province, 3–4 city, 5–6 district, 7–8 access unit,
 * 9–10 industry, 11–13 type, 14 network, 15–20 serial.
 */
public final class DeviceIds {
  public static final int LENGTH = 20;

  private DeviceIds() {}

  /** Whether these are 20 digits. */
  public static boolean isValid(String id) {
    if (id.length() != LENGTH) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      if (id.charAt(i) < '0' || id.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** The three digits of the device's type: 131 and 132 are cameras, 134 alarm inputs. */
  public static String typeOf(String id) {
    return id.substring(10, 13);
  }

  /** Whether the type is one of a camera. */
  public static boolean isCamera(String id) {
    String type = typeOf(id);
    return type.equals("131") || type.equals("132");
  }
}
