package city.xueliang.placewatch.detect;

import city.xueliang.domain.place.Place.Coordinate;
import city.xueliang.domain.place.Place.Validity;
import city.xueliang.domain.rule.Rule;
import city.xueliang.domain.rule.RulebookChange;
import city.xueliang.placewatch.harness.BroadcastHarness;
import city.xueliang.placewatch.intake.PlaceChange;
import city.xueliang.placewatch.intake.PlaceChange.Geometry;
import city.xueliang.placewatch.intake.Position;
import city.xueliang.placewatch.intake.RuleChange;
import city.xueliang.placewatch.registry.RegistryChange;
import java.util.List;

/** Publishes rules and places to a detector, change by change. */
final class TestingRegistry {
  private static final double GRID_SQUARE_METRES = 10_000;

  private final BroadcastHarness<?, RegistryChange, ?> detector;
  private long published;

  TestingRegistry(BroadcastHarness<?, RegistryChange, ?> detector) {
    this.detector = detector;
  }

  void publish(Rule rule) throws Exception {
    publish(RulebookChange.of(rule));
  }

  void remove(String ruleId) throws Exception {
    publish(RulebookChange.removal(ruleId));
  }

  private void publish(RulebookChange change) throws Exception {
    detector.broadcast(RegistryChange.of(new RuleChange(change, next())));
  }

  /** A grid of a hundred metres' width around its centre. */
  void publishGrid(String code, double longitude, double latitude) throws Exception {
    Geometry geometry =
        new Geometry(new Coordinate(longitude, latitude), GRID_SQUARE_METRES, List.of());
    detector.broadcast(
        RegistryChange.of(new PlaceChange(code, Validity.ALWAYS, List.of(), geometry, next())));
  }

  private Position next() {
    published++;
    return new Position(published, published);
  }
}
