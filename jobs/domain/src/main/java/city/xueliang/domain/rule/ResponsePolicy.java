package city.xueliang.domain.rule;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How fast alerts of a colour are to be worked in a class of zones, and who is told when they are
 * not: each deadline that is missed takes the alert one command level up.
 *
 * @param id lower-case letters, digits and hyphens
 * @param version counted from 1
 * @param places codes of the class's zones and places; empty for all that no other policy names
 * @param terms one for each colour that has deadlines
 */
public record ResponsePolicy(
    String id, int version, Name name, Set<String> places, List<Terms> terms) {

  public ResponsePolicy {
    places = Set.copyOf(places);
    terms = List.copyOf(terms);
  }

  /**
   * Deadlines of a colour, each from the alert's opening, in this order.
   *
   * @param acknowledge until a seat has acknowledged it
   * @param arrive until someone is on site
   * @param reinforce if by then nobody is on site still
   * @param start command level that is told at the opening
   */
  public record Terms(
      Colour colour,
      Duration acknowledge,
      Duration arrive,
      Duration reinforce,
      CommandLevel start) {}
}
