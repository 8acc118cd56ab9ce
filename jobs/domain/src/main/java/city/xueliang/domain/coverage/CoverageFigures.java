package city.xueliang.domain.coverage;

/**
 * The figures of a place at one time: devices by status.
 *
 * @param heardWell those whose values change as they should
 * @param longestSilenceSeconds since the last contact of the silent device whose one is longest
 *     ago; 0 if none is silent
 */
public record CoverageFigures(
    long heardWell,
    long frozen,
    long clockWrong,
    long silent,
    long neverReported,
    long longestSilenceSeconds) {

  /** Devices that should be heard. */
  public long expected() {
    return heard() + clockWrong + silent + neverReported;
  }

  /** Devices that are, frozen ones too. */
  public long heard() {
    return heardWell + frozen;
  }
}
