package city.xueliang.domain.rule;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.PlaceCodes;
import java.io.Serializable;
import java.time.Duration;
import java.util.Set;

/**
 * A limit on what one device measures or counts.
 *
 * @param version counted from 1
 * @param places codes of the places whose devices it judges, each with all grids below it; empty
 *     for the whole city
 * @param limit the condition holds at or past this value, in the measure's unit
 * @param clearLimit the condition is gone at or before this value, on the good side of the limit
 * @param dwell how long the condition has to hold before the alert is raised, event time
 */
public record ThresholdRule(
    String id,
    int version,
    Name name,
    Colour colour,
    Set<String> places,
    Measure measure,
    Direction direction,
    double limit,
    double clearLimit,
    Duration dwell)
    implements Serializable {

  /** What the rule is called on people's screens. */
  public record Name(String zh, String en) implements Serializable {}

  /** The side of the limit that is bad. */
  public enum Direction {
    ABOVE,
    BELOW;

    /** Whether a value is at the limit or on its bad side. */
    public boolean isPast(double value, double limit) {
      return this == ABOVE ? value >= limit : value <= limit;
    }
  }

  /** Whether it judges the devices of a grid. */
  public boolean coversGrid(String grid) {
    return places.isEmpty() || places.stream().anyMatch(place -> PlaceCodes.covers(place, grid));
  }

  /** Whether a value is at or past the limit. */
  public boolean isPastLimit(double value) {
    return direction.isPast(value, limit);
  }

  /** Whether a value is back at or before the clear limit. */
  public boolean isClear(double value) {
    return direction == Direction.ABOVE ? value <= clearLimit : value >= clearLimit;
  }
}
