package city.xueliang.domain.observation;

import static city.xueliang.domain.place.ModelClass.CAMERA;
import static city.xueliang.domain.place.ModelClass.SENSOR;

import city.xueliang.domain.place.ModelClass;

/**
 * What is observed: a kind of camera event or a quantity of a sensor. The values of a quantity have
 * the unit in its name and lie within {@link #least} and {@link #greatest}; for a counting kind
 * these bound the count.
 */
public enum Measure {
  HEARTBEAT(1),
  FLAME(2),
  SMOKE(3),
  CROWD_COUNT(4, CAMERA, 0, 1_000_000),
  VEHICLE_COUNT(5, CAMERA, 0, 1_000_000),
  FIRE_LANE_BLOCKED(6),
  EBIKE_IN_LIFT(7),
  MANHOLE_OPEN(8),
  WATERLOGGING(9),
  PERIMETER_BREACH(10),
  ROAD_OBSTRUCTION(11),
  FALLING_OBJECT(12),
  VIDEO_LOSS(13),
  VIEW_BLOCKED(14),
  OUT_OF_FOCUS(15),
  SCENE_SHIFTED(16),
  GAS_LEL_PERCENT(17, SENSOR, 0, 100),
  CARBON_MONOXIDE_PPM(18, SENSOR, 0, 10_000),
  SMOKE_OBSCURATION_PERCENT_PER_M(19, SENSOR, 0, 100),
  TEMPERATURE_CELSIUS(20, SENSOR, -100, 1_500),
  WATER_DEPTH_MM(21, SENSOR, 0, 20_000),
  WATER_PRESSURE_KPA(22, SENSOR, 0, 10_000),
  RESIDUAL_CURRENT_MA(23, SENSOR, 0, 100_000),
  PM2_5_UG_M3(24, SENSOR, 0, 10_000),
  NOISE_DBA(25, SENSOR, 0, 200),
  OCCUPANCY_PERCENT(26, SENSOR, 0, 100),
  SPEED_KPH(27, SENSOR, 0, 500),
  TILT_DEGREE(28, SENSOR, -180, 180),
  DOOR_OPEN(29, SENSOR, 0, 1),
  BATTERY_PERCENT(30, SENSOR, 0, 100);

  private static final Measure[] BY_CODE = byCode();

  private final int code;
  private final ModelClass sender;
  private final double least;
  private final double greatest;
  private final boolean valued;

  /** A kind that only happens: it carries no value. */
  Measure(int code) {
    this.code = code;
    this.sender = CAMERA;
    this.least = 0;
    this.greatest = 1_000_000;
    this.valued = false;
  }

  Measure(int code, ModelClass sender, double least, double greatest) {
    this.code = code;
    this.sender = sender;
    this.least = least;
    this.greatest = greatest;
    this.valued = true;
  }

  /** The class of device that sends it. */
  public ModelClass sender() {
    return sender;
  }

  /** The least value that is allowed. */
  public double least() {
    return least;
  }

  /** The greatest value that is allowed. */
  public double greatest() {
    return greatest;
  }

  /** Whether each observation has a value of its own, on which a limit can be set. */
  public boolean isValued() {
    return valued;
  }

  /** Whether its values are counts. */
  public boolean isCounted() {
    return valued && sender == CAMERA;
  }

  /**
   * Whether its values always move a little, so that a sensor that reads exactly the same for long
   * must be stuck. Others rest by nature (a door, a tilt), rest at night (traffic), or are rounded
   * to steps at which they may rest (gas, battery).
   */
  public boolean neverStandsStill() {
    return switch (this) {
      case TEMPERATURE_CELSIUS, WATER_PRESSURE_KPA, PM2_5_UG_M3, NOISE_DBA -> true;
      default -> false;
    };
  }

  public boolean allows(double value) {
    return value >= least && value <= greatest;
  }

  /** What compact serial forms keep: 1 to 127, never given to another measure. */
  public int code() {
    return code;
  }

  /**
   * The measure with this code.
   *
   * @throws IllegalArgumentException if there is none: the bytes are of a newer release, or no form
   */
  public static Measure ofCode(int code) {
    Measure measure = code < 0 || code >= BY_CODE.length ? null : BY_CODE[code];
    if (measure == null) {
      throw new IllegalArgumentException("No measure has the code " + code);
    }
    return measure;
  }

  private static Measure[] byCode() {
    Measure[] measures = new Measure[128];
    for (Measure measure : values()) {
      measures[measure.code] = measure;
    }
    return measures;
  }
}
