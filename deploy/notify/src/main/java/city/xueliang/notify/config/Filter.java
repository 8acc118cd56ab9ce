package city.xueliang.notify.config;

import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.rule.CommandLevel;
import city.xueliang.notify.happening.Happening;
import city.xueliang.schemas.Alert;
import java.util.List;
import java.util.Set;

/**
 * Which alerts a channel tells of. A colour or command level that a newer writer added passes: to
 * tell too much is the smaller harm.
 *
 * @param atLeast the lowest colour
 * @param commandLevels empty: all
 * @param places beginnings of place codes; empty: the whole city
 * @param happenings at least one
 */
public record Filter(
    Colour atLeast,
    Set<CommandLevel> commandLevels,
    List<String> places,
    Set<Happening> happenings) {

  public Filter {
    commandLevels = Set.copyOf(commandLevels);
    places = List.copyOf(places);
    happenings = Set.copyOf(happenings);
  }

  public boolean passes(Alert alert, Happening happening) {
    return happenings.contains(happening)
        && isSevereEnough(alert)
        && isOfLevel(alert)
        && isAtPlace(alert);
  }

  private boolean isSevereEnough(Alert alert) {
    return switch (alert.getColour()) {
      case RED -> true;
      case ORANGE -> atLeast.compareTo(Colour.ORANGE) >= 0;
      case YELLOW -> atLeast.compareTo(Colour.YELLOW) >= 0;
      case BLUE -> atLeast.compareTo(Colour.BLUE) >= 0;
      case UNKNOWN -> true;
    };
  }

  private boolean isOfLevel(Alert alert) {
    return commandLevels.isEmpty()
        || alert.getCommandLevel() == city.xueliang.schemas.CommandLevel.UNKNOWN
        || commandLevels.contains(CommandLevel.valueOf(alert.getCommandLevel().name()));
  }

  /** A zone's code says nothing of its district, so the alert's district counts too. */
  private boolean isAtPlace(Alert alert) {
    return places.isEmpty()
        || places.stream()
            .anyMatch(
                place ->
                    alert.getPlace().startsWith(place) || alert.getDistrict().startsWith(place));
  }
}
