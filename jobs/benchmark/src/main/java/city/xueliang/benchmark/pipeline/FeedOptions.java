package city.xueliang.benchmark.pipeline;

import city.xueliang.domain.place.Registry;
import city.xueliang.feeds.simulate.Simulation;
import city.xueliang.feeds.simulate.SimulationOptions;
import city.xueliang.feeds.simulate.TruthListener;
import city.xueliang.feeds.simulate.city.CityOptions;
import city.xueliang.feeds.simulate.city.SimulatedCity;
import city.xueliang.feeds.simulate.fault.FaultOptions;
import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;

/**
 * The city that is simulated, with realistic faults: the same options give the same records.
 *
 * @param devices about so many, each with a record a minute
 * @param start of the simulated time
 * @param stepMillis in which records and watermarks come
 */
public record FeedOptions(
    int devices, Instant start, double incidentsPerHour, long stepMillis, long seed)
    implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private static final double DEVICES_OF_XINING = 80_000;
  private static final double SECONDS_OF_MINUTE = 60;

  /** Its places and devices. */
  public Registry city() {
    return SimulatedCity.xining(
        new CityOptions(seed, devices / DEVICES_OF_XINING, recordsPerSecond()));
  }

  /** Its records. */
  public Simulation simulation(TruthListener truth) {
    return new Simulation(
        city(),
        new SimulationOptions(
            seed,
            start,
            recordsPerSecond(),
            null,
            incidentsPerHour,
            FaultOptions.REALISTIC,
            SimulationOptions.ZONE),
        truth);
  }

  /** As many incidents for a device as in Xining, but at least one an hour. */
  public static double usualIncidentsPerHour(int devices) {
    return Math.max(1, SimulationOptions.INCIDENTS_PER_HOUR * devices / DEVICES_OF_XINING);
  }

  /** Epoch milliseconds at which a step, counted from 0, is over. */
  public long endOf(long step) {
    return start.toEpochMilli() + (step + 1) * stepMillis;
  }

  private double recordsPerSecond() {
    return devices / SECONDS_OF_MINUTE;
  }
}
