package city.xueliang.domain.detector;

import city.xueliang.domain.alert.Evidence;
import city.xueliang.domain.observation.EventTime;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.observation.Observation;

/**
 * An observation, and where it was made.
 *
 * @param grid code of the grid in which the device stood
 * @param value in the measure's unit; 0 for an event without one
 * @param occurredAt event time, epoch milliseconds
 */
public record Sighting(
    String grid, String deviceId, Measure measure, double value, long occurredAt) {

  public static Sighting of(Observation observation, String grid) {
    return new Sighting(
        grid,
        observation.deviceId(),
        observation.measure(),
        observation.value(),
        EventTime.of(observation));
  }

  public Evidence evidence() {
    return new Evidence(deviceId, measure, value, occurredAt);
  }
}
