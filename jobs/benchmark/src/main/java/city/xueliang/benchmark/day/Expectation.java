package city.xueliang.benchmark.day;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.rule.Colour;
import city.xueliang.feeds.simulate.incident.Incident;
import city.xueliang.feeds.simulate.incident.IncidentKind;
import java.util.Set;

/**
 * What an incident has to bring. By what truly happens, and not by the limits of the rules: those
 * of the standards are named beside the rules.
 *
 * @param ruleId of the alert
 * @param colour of the alert
 * @param ofCause whether it stands for all devices of a common cause
 */
record Expectation(String ruleId, Colour colour, boolean ofCause) {
  private static final double SECOND_STAGE_LEL = 50;

  /** Fewer dark devices are told one by one. */
  private static final int LEAST_OF_CAUSE = 10;

  /** What this incident has to bring. */
  static Expectation of(Incident incident, CityMap city) {
    return switch (incident.kind()) {
      case GAS_LEAK ->
          incident.peaks().get(Measure.GAS_LEL_PERCENT) >= SECOND_STAGE_LEL
              ? single("gas-second-stage", Colour.RED)
              : single("gas-first-stage", Colour.ORANGE);
      case FIRE -> single("fire-confirmed", Colour.RED);
      case FLOODED_UNDERPASS ->
          grids(incident, city, ModelClass.SENSOR) > 1
              ? single("flood-spread", Colour.RED)
              : single("water-depth", Colour.ORANGE);
      case CROWD_CRUSH ->
          grids(incident, city, ModelClass.CAMERA) > 1
              ? single("crowd-spread", Colour.RED)
              : single("crowd-dense", Colour.ORANGE);
      case DEAD_SWITCH ->
          new Expectation(
              "device-silent", Colour.YELLOW, incident.devices().size() >= LEAST_OF_CAUSE);
      case EBIKE_IN_LIFT -> single("ebike-in-lift", Colour.YELLOW);
      case FIRE_LANE_BLOCKED -> single("fire-lane-blocked", Colour.YELLOW);
      case PERIMETER_BREACH -> single("perimeter-breach", Colour.ORANGE);
    };
  }

  /** Rules that such an incident may set off, beside the one that it has to. */
  static Set<String> rulesOf(IncidentKind kind) {
    return switch (kind) {
      case GAS_LEAK -> Set.of("gas-second-stage", "gas-first-stage");
      case FIRE ->
          Set.of(
              "fire-confirmed",
              "flame-seen",
              "smoke-seen",
              "smoke-density",
              "heat",
              "temperature-rising");
      case FLOODED_UNDERPASS ->
          Set.of("flood-spread", "water-depth", "water-rising", "waterlogging-seen");
      case CROWD_CRUSH -> Set.of("crowd-spread", "crowd-dense", "crowd-unusual");
      case DEAD_SWITCH -> Set.of("device-silent", "street-dark", "district-dark");
      case EBIKE_IN_LIFT -> Set.of("ebike-in-lift");
      case FIRE_LANE_BLOCKED -> Set.of("fire-lane-blocked");
      case PERIMETER_BREACH -> Set.of("perimeter-breach");
    };
  }

  private static long grids(Incident incident, CityMap city, ModelClass of) {
    return incident.devices().stream()
        .map(city::device)
        .filter(device -> device.modelClass() == of)
        .map(Device::grid)
        .distinct()
        .count();
  }

  private static Expectation single(String ruleId, Colour colour) {
    return new Expectation(ruleId, colour, false);
  }
}
