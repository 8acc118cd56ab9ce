package city.xueliang.feeds.simulate.signal;

import city.xueliang.domain.observation.Measure;
import city.xueliang.feeds.simulate.chance.Randomness;
import city.xueliang.feeds.simulate.city.Surroundings;
import java.util.List;

/**
 * What cameras send when nothing is wrong: mostly heartbeats, else a count of people or vehicles by
 * the rhythm of day and week, and once in a while another kind.
 */
public final class CameraSignal {
  private static final double COUNTING = 0.3;
  private static final double RARE = 0.000_05;
  private static final double PEOPLE_AT_BUSIEST = 60;
  private static final double VEHICLES_AT_BUSIEST = 45;

  /** What a day off adds where people go for leisure. */
  private static final double DAY_OFF_CROWD = 1.6;

  /** Kinds that do not count; those of ordinary days stand more than once. */
  private static final List<Measure> RARE_KINDS =
      List.of(
          Measure.FIRE_LANE_BLOCKED,
          Measure.FIRE_LANE_BLOCKED,
          Measure.EBIKE_IN_LIFT,
          Measure.EBIKE_IN_LIFT,
          Measure.ROAD_OBSTRUCTION,
          Measure.VIEW_BLOCKED,
          Measure.OUT_OF_FOCUS,
          Measure.SCENE_SHIFTED,
          Measure.VIDEO_LOSS,
          Measure.MANHOLE_OPEN,
          Measure.FALLING_OBJECT,
          Measure.SMOKE);

  private final long seed;
  private final CityCalendar calendar;

  public CameraSignal(long seed, CityCalendar calendar) {
    this.seed = seed;
    this.calendar = calendar;
  }

  /** What a camera sends at its turn. */
  public Measure kind(int camera, Surroundings around, Randomness random) {
    double drawn = random.unit();
    if (drawn < RARE) {
      return random.oneOf(RARE_KINDS);
    }
    return drawn < COUNTING ? counted(camera, around) : Measure.HEARTBEAT;
  }

  /** What this camera counts: people or vehicles, always the same. */
  private Measure counted(int camera, Surroundings around) {
    double vehicles = around.traffic() / (around.traffic() + around.crowd());
    return Randomness.unit(Randomness.hash(seed, camera), 1) < vehicles
        ? Measure.VEHICLE_COUNT
        : Measure.CROWD_COUNT;
  }

  /** How many people or vehicles the camera counts; 0 for a kind that does not count. */
  public int count(int camera, Measure kind, Surroundings around, long epochMillis) {
    if (!kind.isValued()) {
      return 0;
    }
    double busiest =
        kind == Measure.CROWD_COUNT
            ? PEOPLE_AT_BUSIEST * crowd(around, epochMillis)
            : VEHICLES_AT_BUSIEST * around.traffic() * DayCurve.TRAFFIC.at(epochMillis, calendar);
    long own = Randomness.hash(seed, camera);
    double size = 0.5 + Randomness.unit(own, 2);
    double noise = 0.8 + 0.4 * Randomness.unit(own, epochMillis);
    return (int) Math.rint(busiest * size * noise);
  }

  private double crowd(Surroundings around, long epochMillis) {
    double crowd = around.crowd() * DayCurve.FOOTFALL.at(epochMillis, calendar);
    return around.crowd() > 1 && calendar.isDayOff(epochMillis) ? crowd * DAY_OFF_CROWD : crowd;
  }
}
