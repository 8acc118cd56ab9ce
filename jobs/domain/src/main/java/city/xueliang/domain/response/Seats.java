package city.xueliang.domain.response;

import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.rule.CommandLevel;
import java.util.ArrayList;
import java.util.List;

/** The seats that are told of a place's alerts: one for each command level, known by its place. */
final class Seats {
  private Seats() {}

  /**
   * Codes of the seats of these command levels, the lowest first. A level below the place's own has
   * none, so that its lowest seat is told instead.
   *
   * @param place code of a place of any level
   * @param district of a zone: where its alerts are worked
   */
  static List<String> of(String place, String district, CommandLevel from, CommandLevel to) {
    String inTree = PlaceCodes.levelOf(place) == Level.ZONE ? district : place;
    CommandLevel lowest = lowest(PlaceCodes.levelOf(inTree));
    List<String> seats = new ArrayList<>();
    for (CommandLevel level : CommandLevel.values()) {
      boolean isAsked = level.compareTo(from) >= 0 && level.compareTo(to) <= 0;
      boolean isInstead = level == lowest && lowest.compareTo(from) > 0;
      if (level.compareTo(lowest) >= 0 && (isAsked || isInstead)) {
        seats.add(seat(level, inTree));
      }
    }
    return seats;
  }

  private static CommandLevel lowest(Level level) {
    return switch (level) {
      case GRID, COMMUNITY -> CommandLevel.COMMUNITY;
      case STREET -> CommandLevel.STREET;
      case DISTRICT -> CommandLevel.DISTRICT;
      case CITY, ZONE -> CommandLevel.CITY;
    };
  }

  private static String seat(CommandLevel level, String place) {
    return switch (level) {
      case COMMUNITY -> place.substring(0, Level.COMMUNITY.codeLength());
      case STREET -> place.substring(0, Level.STREET.codeLength());
      case DISTRICT -> PlaceCodes.districtOf(place);
      case CITY -> PlaceCodes.cityOf(place);
    };
  }
}
