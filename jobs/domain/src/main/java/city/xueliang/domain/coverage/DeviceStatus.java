package city.xueliang.domain.coverage;

/** What is known of a device from when, and as what, it was last heard. */
public enum DeviceStatus {
  /** Not in service, or so new that it need not have been heard yet; counts nowhere. */
  NOT_EXPECTED(0),
  HEARD(1),
  /** Heard, but with the same value for so long that the sensor must be stuck. */
  FROZEN(2),
  /** Only heard with times that cannot be: its clock is wrong. */
  CLOCK_WRONG(3),
  /** Was heard, but no more. */
  SILENT(4),
  NEVER_REPORTED(5);

  private static final DeviceStatus[] BY_CODE = {
    NOT_EXPECTED, HEARD, FROZEN, CLOCK_WRONG, SILENT, NEVER_REPORTED
  };

  private final int code;

  DeviceStatus(int code) {
    this.code = code;
  }

  /** What compact serial forms keep: 0 to 127, never given to another status. */
  public int code() {
    return code;
  }

  /**
   * The status with this code.
   *
   * @throws IllegalArgumentException if there is none: the bytes are of a newer release, or no form
   */
  public static DeviceStatus ofCode(int code) {
    if (code < 0 || code >= BY_CODE.length) {
      throw new IllegalArgumentException("No device status has the code " + code);
    }
    return BY_CODE[code];
  }

  /** Whether its records count. */
  public boolean isHeard() {
    return this == HEARD || this == FROZEN;
  }
}
