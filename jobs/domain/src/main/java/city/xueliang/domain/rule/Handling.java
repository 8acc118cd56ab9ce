package city.xueliang.domain.rule;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What the alert desk does with the signals of a rule.
 *
 * @param groupBy over which one alert counts all of the rule; DEVICE for one alert a device. For a
 *     rule that judges places, never finer than these
 * @param holdOff a relapse within so long after the alert ended reopens it
 * @param inhibits what its open alerts hold back
 * @param collapse when the devices of an absence rule become one alert of their common cause; null
 *     for never
 */
public record Handling(
    Extent groupBy, Duration holdOff, List<Inhibition> inhibits, Collapse collapse) {

  public Handling {
    inhibits = List.copyOf(inhibits);
  }

  /**
   * An open alert holds back those of another rule at an equal place.
   *
   * @param ruleId of what is held back
   * @param equal what both must have in common: the device, or the place of this level
   */
  public record Inhibition(String ruleId, Extent equal) {}

  /**
   * When devices that went dark are one alert.
   *
   * @param least devices that it takes
   * @param percent share of the cause's devices that it takes
   * @param patience how long the single alert of a device waits for others to join
   * @param causes that are looked for
   */
  public record Collapse(int least, double percent, Duration patience, Set<Cause> causes) {
    public Collapse {
      causes = Set.copyOf(causes);
    }
  }

  /** What devices can have in common. */
  public enum Cause {
    /** One switch or uplink. */
    SEGMENT,
    GRID,
    STREET,
    /** One class of devices in a district, that is, its feed. */
    FEED
  }
}
