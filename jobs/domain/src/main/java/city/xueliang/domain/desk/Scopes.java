package city.xueliang.domain.desk;

import city.xueliang.domain.alert.Scope;
import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.rule.Extent;
import city.xueliang.domain.rule.Handling.Cause;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/** What the alert of a signal is about. */
final class Scopes {
  private static final List<Level> NARROWEST_FIRST =
      List.of(Level.GRID, Level.COMMUNITY, Level.STREET, Level.DISTRICT);

  private Scopes() {}

  /**
   * The device, or the place of the rule's extent in which the subject lies. A zone stays itself,
   * and so does a place above the extent. Of several zones that hold a device the first counts; one
   * in no zone is grouped by its grid.
   */
  static Scope of(Subject subject, Extent groupBy, Surroundings around) {
    if (groupBy == Extent.DEVICE && subject.isDevice()) {
      return Scope.of(subject.place(), Level.GRID, subject.district(), subject.deviceId());
    }
    String place = place(subject.place(), groupBy, around);
    String district = groupBy == Extent.CITY ? place : subject.district();
    return Scope.of(place, PlaceCodes.levelOf(place), district, "");
  }

  private static String place(String place, Extent groupBy, Surroundings around) {
    if (Surroundings.isZone(place)) {
      return place;
    }
    return switch (groupBy) {
      case DEVICE -> place;
      case ZONE -> place.length() == Level.GRID.codeLength() ? around.zoneOrSelf(place) : place;
      case GRID, COMMUNITY, STREET, DISTRICT, CITY ->
          place.length() < groupBy.level().codeLength() ? place : groupBy.of(place);
    };
  }

  /** All devices of a cause. */
  static Scope of(CauseKey cause, String district, Collection<String> grids) {
    String place = smallestWith(grids);
    Level level = PlaceCodes.levelOf(place);
    return new Scope(place, level, district, "", cause.cause(), cause.key());
  }

  /** The same, in a place that holds this grid, too. */
  static Scope widened(Scope scope, String grid) {
    if (PlaceCodes.covers(scope.place(), grid)) {
      return scope;
    }
    String place = smallestWith(List.of(scope.place(), grid));
    Level level = PlaceCodes.levelOf(place);
    return new Scope(place, level, scope.district(), "", scope.cause(), scope.causeKey());
  }

  static String key(String ruleId, CauseKey cause) {
    return ruleId + '@' + keyOf(cause.cause(), cause.key());
  }

  private static String keyOf(Cause cause, String key) {
    return new Scope("", Level.CITY, "", "", cause, key).key();
  }

  private static String smallestWith(Collection<String> places) {
    Iterator<String> all = places.iterator();
    String common = all.next();
    while (all.hasNext()) {
      common = common(common, all.next());
    }
    return common;
  }

  private static String common(String one, String other) {
    for (Level level : NARROWEST_FIRST) {
      int length = level.codeLength();
      if (one.length() >= length && other.startsWith(one.substring(0, length))) {
        return one.substring(0, length);
      }
    }
    return PlaceCodes.cityOf(one);
  }
}
