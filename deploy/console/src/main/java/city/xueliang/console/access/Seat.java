package city.xueliang.console.access;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A seat of the command centre; never a person.
 *
 * @param id code of its place, a name and a number, as actions and silences need it, such as {@code
 *     630105-dispatch-02}
 * @param places codes of the places, with all that lies in them, and of the zones that it sees
 */
public record Seat(String id, Role role, Set<String> places) {
  private static final Pattern ID = Pattern.compile("[0-9]{6,15}-[a-z]{2,20}-[0-9]{2,3}");

  /** Refuses an id that is not one, and a seat that sees nothing. */
  public Seat {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "The seat is '%s'; allowed: a place code, a name of 2 to 20 lower-case letters and a number of 2 or 3 digits, such as 630105-dispatch-02"
              .formatted(id));
    }
    if (places.isEmpty()) {
      throw new IllegalArgumentException(
          "The seat '%s' has no places; allowed: one code of a place or zone or more"
              .formatted(id));
    }
    places = Set.copyOf(places);
  }
}
