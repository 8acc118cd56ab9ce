package city.xueliang.feeds.simulate;

import city.xueliang.feeds.simulate.fault.FaultOptions;
import city.xueliang.feeds.simulate.option.WrongOptionException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What a simulation depends on, beside the city: the same options give the same bytes.
 *
 * @param start of the simulated time
 * @param rate good records per second over all devices, more than 0; faults and incidents come on
 *     top
 * @param duration of the simulated time; null: it never ends
 * @param incidentsPerHour on average; 0 for none
 * @param zone in which the city has its days and hours
 */
public record SimulationOptions(
    long seed,
    Instant start,
    double rate,
    Duration duration,
    double incidentsPerHour,
    FaultOptions faults,
    ZoneId zone) {
  public static final double INCIDENTS_PER_HOUR = 20;
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final double MOST_INCIDENTS_PER_HOUR = 3_600;

  public SimulationOptions {
    if (!(rate > 0)) {
      throw new WrongOptionException("rate-range", rate);
    }
    if (duration != null && (duration.isNegative() || duration.isZero())) {
      throw new WrongOptionException("duration-range", duration);
    }
    if (!(incidentsPerHour >= 0 && incidentsPerHour <= MOST_INCIDENTS_PER_HOUR)) {
      throw new WrongOptionException("incidents-range", incidentsPerHour, MOST_INCIDENTS_PER_HOUR);
    }
  }

  /** Seed 1, without end, with the usual incidents and realistic faults. */
  public static SimulationOptions of(Instant start, double rate) {
    return new SimulationOptions(
        1, start, rate, null, INCIDENTS_PER_HOUR, FaultOptions.REALISTIC, ZONE);
  }

  public SimulationOptions withSeed(long other) {
    return new SimulationOptions(other, start, rate, duration, incidentsPerHour, faults, zone);
  }

  public SimulationOptions withStart(Instant other) {
    return new SimulationOptions(seed, other, rate, duration, incidentsPerHour, faults, zone);
  }

  public SimulationOptions withDuration(Duration other) {
    return new SimulationOptions(seed, start, rate, other, incidentsPerHour, faults, zone);
  }

  public SimulationOptions withIncidentsPerHour(double other) {
    return new SimulationOptions(seed, start, rate, duration, other, faults, zone);
  }

  public SimulationOptions withFaults(FaultOptions other) {
    return new SimulationOptions(seed, start, rate, duration, incidentsPerHour, other, zone);
  }

  public SimulationOptions withZone(ZoneId other) {
    return new SimulationOptions(seed, start, rate, duration, incidentsPerHour, faults, other);
  }

  /** Epoch milliseconds before which every record is sent. */
  long end() {
    return duration == null ? Long.MAX_VALUE : start.plus(duration).toEpochMilli();
  }

  /** The seed of this run: a run from another start has other event ids. */
  long runSeed() {
    return seed * 31 + start.toEpochMilli();
  }
}
