package city.xueliang.domain.rule;

import java.util.Set;

/**
 * A time in which alerts of some rules at some places are held back: recorded, but not sounded.
 *
 * @param id lower-case letters, digits and hyphens
 * @param places codes of places, zones among them; empty for the whole city
 * @param rules ids; empty for all
 * @param from epoch milliseconds, inclusive
 * @param to epoch milliseconds, exclusive
 * @param seat that published it
 */
public record Silence(
    String id, Kind kind, Set<String> places, Set<String> rules, long from, long to, String seat) {
  /** Why alerts are held back. */
  public enum Kind {
    SILENCE,
    /** Work on devices that is known before. */
    MAINTENANCE
  }

  public Silence {
    places = Set.copyOf(places);
    rules = Set.copyOf(rules);
  }
}
