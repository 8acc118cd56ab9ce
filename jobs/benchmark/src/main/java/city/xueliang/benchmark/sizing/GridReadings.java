package city.xueliang.benchmark.sizing;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.tally.Tally;
import city.xueliang.feeds.simulate.chance.Randomness;
import city.xueliang.feeds.simulate.signal.CityCalendar;
import city.xueliang.feeds.simulate.signal.SensorSignal;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What the devices of a grid say in a minute: one to three for each measure, each once. Depends on
 * seed, grid, measure and minute only.
 */
final class GridReadings {
  private static final int MOST_DEVICES = 3;
  private static final double PEOPLE_AT_BUSIEST = 60;

  private final long seed;
  private final SensorSignal sensors;

  GridReadings(long seed, ZoneId zone, Instant start) {
    this.seed = seed;
    this.sensors = new SensorSignal(seed, new CityCalendar(zone, start));
  }

  /**
   * The partial of a grid's measure.
   *
   * @param grid number of the grid
   * @param minute its start, epoch milliseconds
   * @param firsts bits of the windows that begin with this minute, its own among them
   */
  Tally of(int grid, Measure measure, long minute, int firsts) {
    Tally tally = Tally.empty(measure);
    long own = Randomness.hash(seed + measure.code(), grid);
    int devices = 1 + (int) Long.remainderUnsigned(own, MOST_DEVICES);
    for (int device = 0; device < devices; device++) {
      tally.add(value((int) own + device, measure, minute), firsts);
    }
    return tally;
  }

  private double value(int device, Measure measure, long minute) {
    if (measure.sender() == ModelClass.SENSOR) {
      return sensors.value(device, measure, minute);
    }
    return measure.isValued()
        ? Math.rint(PEOPLE_AT_BUSIEST * Randomness.unit(Randomness.hash(seed, device), minute))
        : 0;
  }
}
