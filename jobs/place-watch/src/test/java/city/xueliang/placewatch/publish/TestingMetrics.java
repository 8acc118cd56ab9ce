package city.xueliang.placewatch.publish;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.tally.PlaceMetric;
import city.xueliang.domain.tally.Tally;
import city.xueliang.domain.tally.Window;
import city.xueliang.testing.Moments;
import city.xueliang.testing.Town;

/** Metrics of one grid over the window from noon. */
final class TestingMetrics {
  private TestingMetrics() {}

  /** Each value comes from a device of its own. */
  static PlaceMetric of(Measure measure, double... values) {
    return metric(Window.MINUTE, true, measure, values);
  }

  /** Of a window that is not over. */
  static PlaceMetric open(Window window, Measure measure, double... values) {
    return metric(window, false, measure, values);
  }

  private static PlaceMetric metric(
      Window window, boolean complete, Measure measure, double... values) {
    Tally tally = Tally.empty(measure);
    for (double value : values) {
      tally.add(value, window.bit());
    }
    return new PlaceMetric(
        Town.GRID,
        Level.GRID,
        Town.DISTRICT,
        measure,
        window,
        Moments.NOON.toEpochMilli(),
        complete,
        tally);
  }
}
