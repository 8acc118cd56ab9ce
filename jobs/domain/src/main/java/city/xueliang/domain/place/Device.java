package city.xueliang.domain.place;

/**
 * A camera or sensor of the registry.
 *
 * @param deviceId 20-digit GB/T 28181 code
 * @param grid 15-digit code of the grid in which it stands
 * @param reportIntervalSeconds interval at which it should be heard, 1 or more
 * @param segment network segment (switch or uplink) behind which it sits
 * @param retiredAt epoch milliseconds from which it is out of service; {@link #IN_SERVICE} while it
 *     is in service
 */
public record Device(
    String deviceId,
    String grid,
    ModelClass modelClass,
    int reportIntervalSeconds,
    String segment,
    long retiredAt) {

  public static final long IN_SERVICE = Long.MAX_VALUE;

  /** A device in service. */
  public static Device inService(
      String deviceId,
      String grid,
      ModelClass modelClass,
      int reportIntervalSeconds,
      String segment) {
    return new Device(deviceId, grid, modelClass, reportIntervalSeconds, segment, IN_SERVICE);
  }

  public boolean isRetiredAt(long epochMillis) {
    return epochMillis >= retiredAt;
  }
}
