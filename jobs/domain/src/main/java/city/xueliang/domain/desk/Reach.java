package city.xueliang.domain.desk;

import city.xueliang.domain.alert.Scope;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.rule.Extent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Which places cover, or equal, that of an alert. */
final class Reach {
  private static final List<Level> TREE = List.of(Level.COMMUNITY, Level.STREET, Level.DISTRICT);

  private Reach() {}

  /**
   * Whether a place covers that of an alert; a zone's alert is covered by the zone itself and by
   * what covers the district, or the city, that works it.
   *
   * @param zones that hold the alert's place
   */
  static boolean covers(String code, Scope scope, List<String> zones) {
    return Surroundings.isZone(code)
        ? zones.contains(code)
        : PlaceCodes.covers(code, inTree(scope));
  }

  /** Codes of the places of the tree that cover that of an alert, the narrowest first. */
  static List<String> covering(Scope scope) {
    String place = inTree(scope);
    List<String> codes = new ArrayList<>();
    codes.add(place);
    for (Level level : TREE) {
      if (place.length() > level.codeLength()) {
        codes.add(place.substring(0, level.codeLength()));
      }
    }
    String city = PlaceCodes.cityOf(place);
    if (!city.equals(place)) {
      codes.add(city);
    }
    return codes;
  }

  /**
   * Whether two alerts are about an equal place of an extent; not if one of them is about more than
   * one such place.
   */
  static boolean isEqual(Extent extent, Scope one, Scope other, Surroundings around) {
    return switch (extent) {
      case DEVICE -> !one.deviceId().isEmpty() && one.deviceId().equals(other.deviceId());
      case ZONE -> !Collections.disjoint(around.zones(one), around.zones(other));
      case GRID, COMMUNITY, STREET, DISTRICT, CITY ->
          isWithinOne(extent, one)
              && isWithinOne(extent, other)
              && extent.of(inTree(one)).equals(extent.of(inTree(other)));
    };
  }

  private static boolean isWithinOne(Extent extent, Scope scope) {
    String place = inTree(scope);
    return switch (extent) {
      case CITY -> true;
      case DISTRICT -> !PlaceCodes.isValid(place, Level.CITY);
      default -> place.length() >= extent.level().codeLength();
    };
  }

  private static String inTree(Scope scope) {
    return scope.level() == Level.ZONE ? scope.district() : scope.place();
  }
}
