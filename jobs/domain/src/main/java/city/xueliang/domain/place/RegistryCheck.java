package city.xueliang.domain.place;

import city.xueliang.domain.text.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds everything that is wrong with a registry: forms and ranges of single values, and what its
 * entries say about each other. The problems' keys begin with {@code registry.}; their texts stand
 * beside this class.
 *
 * <p>A part that could not be read is null in the value (an interval is 1): no rule speaks about it
 * again, and all other rules still judge the entry, so that one report holds every problem.
 */
public final class RegistryCheck {

  private RegistryCheck() {}

  /** All problems, those of the places first; empty for a registry that is fit to be published. */
  public static List<Problem> problems(List<Sourced<Place>> places, List<Sourced<Device>> devices) {
    List<Problem> problems = new ArrayList<>();
    PlacesByCode known = PlacesByCode.of(places, problems);
    PlaceRules placeRules = new PlaceRules(problems);
    TreeRules treeRules = new TreeRules(known, problems);
    ZoneRules zoneRules = new ZoneRules(known, problems);
    SuccessionRules successionRules = new SuccessionRules(known, problems);
    for (Sourced<Place> place : places) {
      placeRules.judge(place);
      treeRules.judge(place);
      zoneRules.judge(place);
      successionRules.judge(place);
    }
    treeRules.judgeCycles();
    successionRules.judgeCycles();
    DeviceRules deviceRules = new DeviceRules(known, problems);
    devices.forEach(deviceRules::judge);
    return List.copyOf(problems);
  }

  /** All problems of an outline that was written apart from its place. */
  public static List<Problem> problems(Origin origin, List<List<Place.Coordinate>> outline) {
    List<Problem> problems = new ArrayList<>();
    new OutlineRules(problems).judge(origin, outline);
    return List.copyOf(problems);
  }
}
