package city.xueliang.feeds.simulate.incident;

import city.xueliang.feeds.simulate.chance.Randomness;
import city.xueliang.feeds.simulate.city.DeviceTable;
import java.time.Duration;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Decides when the next incident begins, what it is and where. The first is always a short gas
 * leak, so that whoever watches a run of a minute sees an alert come and go.
 */
public final class IncidentPlanner {
  private static final long FIRST_AFTER = 3_000;
  private static final double SECONDS_OF_FIRST = 31;
  private static final double HOUR = Duration.ofHours(1).toMillis();

  /** How often each kind is drawn. */
  private static final List<IncidentKind> DRAWN =
      List.of(
          IncidentKind.GAS_LEAK,
          IncidentKind.GAS_LEAK,
          IncidentKind.FIRE,
          IncidentKind.FIRE,
          IncidentKind.FLOODED_UNDERPASS,
          IncidentKind.CROWD_CRUSH,
          IncidentKind.DEAD_SWITCH,
          IncidentKind.DEAD_SWITCH,
          IncidentKind.EBIKE_IN_LIFT,
          IncidentKind.EBIKE_IN_LIFT,
          IncidentKind.FIRE_LANE_BLOCKED,
          IncidentKind.FIRE_LANE_BLOCKED,
          IncidentKind.PERIMETER_BREACH);

  private final IncidentSites sites;
  private final Scenarios scenarios;
  private final Randomness random;
  private final double perHour;
  private long next;
  private int drawn;

  /**
   * @param perHour incidents that begin in an hour, on average; 0 for none, not even the first
   * @param turnSeconds in which every device has its turn once
   * @param start epoch milliseconds of the simulation's beginning
   */
  public IncidentPlanner(
      DeviceTable devices, double perHour, double turnSeconds, long seed, long start) {
    this.random = Randomness.of(seed, "incidents");
    this.sites = new IncidentSites(devices);
    this.scenarios = new Scenarios(devices, random, turnSeconds);
    this.perHour = perHour;
    this.next = perHour > 0 ? start + FIRST_AFTER : Long.MAX_VALUE;
  }

  /** Epoch milliseconds at which {@link #begin} is to be called next. */
  public long next() {
    return next;
  }

  /**
   * The incident that begins at {@link #next}; null if no place was free for it.
   *
   * @param free whether a device has no part in another incident and is heard
   */
  public Script begin(IntPredicate free) {
    long begin = next;
    next = begin + 1 + (long) (-StrictMath.log(1 - random.unit()) * HOUR / perHour);
    drawn++;
    IncidentKind kind = drawn == 1 ? IncidentKind.GAS_LEAK : random.oneOf(DRAWN);
    List<Integer> site = sites.draw(kind, free, random);
    if (site.isEmpty()) {
      return null;
    }
    Scenario scenario =
        drawn == 1
            ? scenarios.gasLeak(site, begin, SECONDS_OF_FIRST)
            : scenarios.write(kind, site, begin);
    return scenario.script("incident-%04d".formatted(drawn));
  }
}
