package city.xueliang.placewatch.publish;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.tally.PlaceMetric;
import city.xueliang.domain.tally.Tally;
import city.xueliang.domain.tally.Window;
import city.xueliang.testing.Moments;
import city.xueliang.testing.Town;

/** Metrics of one grid over the minute from noon. */
final class TestingMetrics {
  private TestingMetrics() {}

  /** Each value comes from a device of its own. */
  static PlaceMetric of(Measure measure, double... values) {
    Tally tally = Tally.empty(measure);
    for (double value : values) {
      tally.add(value, Window.MINUTE.bit());
    }
    return new PlaceMetric(
        Town.GRID,
        Level.GRID,
        Town.DISTRICT,
        measure,
        Window.MINUTE,
        Moments.NOON.toEpochMilli(),
        true,
        tally);
  }
}
