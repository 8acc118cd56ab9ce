package city.xueliang.domain.tally;

/** The windows into which event time is cut; {@link Windows} says where. */
public enum Window {
  MINUTE(1),
  HOUR(2),
  DAY(4);

  private final int bit;

  Window(int bit) {
    this.bit = bit;
  }

  /** A bit of its own, for sets of windows in compact serial forms; never given to another. */
  public int bit() {
    return bit;
  }

  /**
   * The window with this bit.
   *
   * @throws IllegalArgumentException if there is none: the bytes are of a newer release, or no form
   */
  public static Window ofBit(int bit) {
    return switch (bit) {
      case 1 -> MINUTE;
      case 2 -> HOUR;
      case 4 -> DAY;
      default -> throw new IllegalArgumentException("No window has the bit " + bit);
    };
  }
}
