package city.xueliang.schemas;

/**
 * Names of the topics; each holds the contract of the same name. That of rules holds silences and
 * response policies, too: all three are laid down in one order.
 */
public final class Topics {
  public static final String CAMERA_EVENTS = "camera-events";
  public static final String SENSOR_READINGS = "sensor-readings";
  public static final String PLACES = "places";
  public static final String DEVICES = "devices";
  public static final String RULES = "rules";
  public static final String DISPATCH_ACTIONS = "dispatch-actions";
  public static final String ALERTS = "alerts";
  public static final String PLACE_METRICS = "place-metrics";
  public static final String REJECTED_RECORDS = "rejected-records";
  public static final String AUDIT_RECORDS = "audit-records";

  private Topics() {}
}
