package city.xueliang.benchmark.week;

import city.xueliang.feeds.simulate.SimulationOptions;
import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;

/**
 * What is simulated.
 *
 * @param devices about so many, each with a record a minute
 * @param start of the first day
 * @param parallelism of the job, but for its one source
 */
record WeekOptions(int devices, int days, int parallelism, Instant start, long seed)
    implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  static final int MINUTES_OF_DAY = 24 * 60;

  private static final double DEVICES_OF_XINING = 80_000;
  private static final double SECONDS_OF_MINUTE = 60;

  /** Factor on the city of Xining, as the simulator takes it. */
  double scale() {
    return devices / DEVICES_OF_XINING;
  }

  /** As many for a device as in Xining, but at least one. */
  double incidentsPerHour() {
    return Math.max(1, SimulationOptions.INCIDENTS_PER_HOUR * scale());
  }

  double recordsPerSecond() {
    return devices / SECONDS_OF_MINUTE;
  }
}
