package city.xueliang.placewatch.detect;

import city.xueliang.domain.alert.Evidence;
import city.xueliang.domain.alert.Subject;
import city.xueliang.domain.desk.RulesInForce;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.rule.Condition;
import city.xueliang.domain.rule.Extent;
import city.xueliang.domain.rule.Rule;
import city.xueliang.domain.rule.Sign;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Consumer;

/**
 * Which observations go to which rules on patterns: those of several observations, by whichever
 * devices.
 */
public final class PatternRoutes {
  private final EnumMap<Measure, List<Route>> byMeasure = new EnumMap<>(Measure.class);

  public PatternRoutes(RulesInForce book) {
    for (Rule rule : book.rules()) {
      for (Sign sign : signs(rule.condition())) {
        byMeasure
            .computeIfAbsent(sign.measure(), any -> new ArrayList<>())
            .add(new Route(rule, sign));
      }
    }
  }

  private record Route(Rule rule, Sign sign) {}

  /** Hands out a sighting for each rule and site, where the rule covers the device's place. */
  public void route(
      Subject device, Evidence seen, List<String> zones, Consumer<RoutedSighting> out) {
    List<Route> routes = byMeasure.get(seen.measure());
    if (routes == null) {
      return;
    }
    for (Route route : routes) {
      Rule rule = route.rule();
      if (route.sign().isShownBy(seen.measure(), seen.value())
          && rule.covers(device.place(), zones)) {
        for (String site : sites(rule, device, zones)) {
          out.accept(new RoutedSighting(rule.id(), site, device, seen));
        }
      }
    }
  }

  private static List<String> sites(Rule rule, Subject device, List<String> zones) {
    return switch (extent(rule.condition())) {
      case DEVICE -> List.of(device.deviceId());
      case ZONE -> zones.stream().filter(zone -> names(rule, zone)).toList();
      case CITY -> List.of(PlaceCodes.cityOf(device.place()));
      case GRID, COMMUNITY, STREET, DISTRICT ->
          List.of(extent(rule.condition()).of(device.place()));
    };
  }

  /** A rule that names zones is about these alone. */
  private static boolean names(Rule rule, String zone) {
    return rule.places().contains(zone)
        || rule.places().stream().allMatch(place -> Character.isDigit(place.charAt(0)));
  }

  private static List<Sign> signs(Condition condition) {
    if (condition instanceof Condition.Burst burst) {
      return List.of(burst.sign());
    }
    if (condition instanceof Condition.Sequence sequence) {
      return sequence.first().measure() == sequence.then().measure()
          ? List.of(weaker(sequence.first(), sequence.then()))
          : List.of(sequence.first(), sequence.then());
    }
    if (condition instanceof Condition.Together together) {
      return together.signs();
    }
    return condition instanceof Condition.Spread spread ? List.of(spread.sign()) : List.of();
  }

  private static Sign weaker(Sign one, Sign other) {
    return one.atLeast() <= other.atLeast() ? one : other;
  }

  private static Extent extent(Condition condition) {
    if (condition instanceof Condition.Burst burst) {
      return burst.per();
    }
    if (condition instanceof Condition.Sequence sequence) {
      return sequence.per();
    }
    return condition instanceof Condition.Spread ? Extent.ZONE : Extent.CITY;
  }
}
