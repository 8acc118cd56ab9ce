package city.xueliang.feeds.simulate.incident;

import city.xueliang.domain.observation.Measure;
import city.xueliang.feeds.simulate.signal.Utterance;

/**
 * What one device shows of an incident.
 *
 * @param device its number
 * @param begin epoch milliseconds of the incident's beginning
 * @param from epoch milliseconds of the device's first report about it
 * @param to epoch milliseconds of the incident's end, exclusive
 * @param every milliseconds between two reports
 */
public record Part(
    int device, Measure measure, Course course, long begin, long from, long to, long every) {
  private static final float SURE = 0.93f;

  /** What the device says about it. */
  public Utterance at(long epochMillis) {
    double value = course.at((epochMillis - begin) / 1_000.0);
    boolean counted = measure == Measure.CROWD_COUNT || measure == Measure.VEHICLE_COUNT;
    return new Utterance(
        device, measure, counted ? Math.rint(value) : value, measure.isValued() ? -1 : SURE);
  }
}
