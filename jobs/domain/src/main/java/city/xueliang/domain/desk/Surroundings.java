package city.xueliang.domain.desk;

import city.xueliang.domain.alert.Scope;
import java.util.List;
import java.util.function.Function;

/**
 * What a desk is told of the world beyond its district.
 *
 * @param zonesOf codes of the zones that hold a grid now, sorted
 */
public record Surroundings(RulesInForce rulebook, Function<String, List<String>> zonesOf) {

  /** The zones that hold a scope's place: of a grid those around it, of a zone itself. */
  List<String> zones(Scope scope) {
    return switch (scope.level()) {
      case GRID -> zonesOf.apply(scope.place());
      case ZONE -> List.of(scope.place());
      case CITY, DISTRICT, STREET, COMMUNITY -> List.of();
    };
  }

  /** The first zone that holds a grid; the grid itself if none does. */
  String zoneOrSelf(String grid) {
    List<String> zones = zonesOf.apply(grid);
    return zones.isEmpty() ? grid : zones.get(0);
  }

  static boolean isZone(String code) {
    return !code.isEmpty() && !Character.isDigit(code.charAt(0));
  }
}
