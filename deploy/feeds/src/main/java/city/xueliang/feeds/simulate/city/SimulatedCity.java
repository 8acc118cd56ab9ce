package city.xueliang.feeds.simulate.city;

import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.Registry;
import city.xueliang.feeds.simulate.option.WrongOptionException;
import java.util.ArrayList;
import java.util.List;

/** Makes registries of cities to be simulated. The same options give the same city. */
public final class SimulatedCity {
  private static final int COMMUNITIES_OF_XINING = 1_090;
  private static final double GRIDS_OF_XINING = CityScale.GENERAL_GRIDS + CityScale.DEDICATED_GRIDS;

  private SimulatedCity() {}

  /**
   * A city at the size of Xining: its districts are the real ones; streets, communities, grids and
   * zones have invented names.
   */
  public static Registry xining(CityOptions options) {
    CityScale scale = new CityScale(options.scale());
    PlaceTree tree = new PlaceTree(scale, options.seed());
    int communities = tree.communities().size();
    List<Place> grids =
        GridPlan.divide(
            tree.communities(),
            scale.count(CityScale.GENERAL_GRIDS, communities),
            scale.count(CityScale.DEDICATED_GRIDS, XiningDistrict.values().length),
            options.seed());
    List<Place> places = new ArrayList<>(tree.upper());
    places.addAll(tree.communities());
    places.addAll(grids);
    places.addAll(ZonePlan.over(grids, scale));
    return new Registry(PlaceAreas.summed(places), devices(places, grids, scale, options));
  }

  /**
   * A given registry, completed: without grids, its communities are divided into grids; without
   * devices, its grids get some. Both as densely as in Xining, times the scale.
   *
   * @throws WrongOptionException if there are neither grids nor communities
   */
  public static Registry completing(Registry given, CityOptions options) {
    CityScale scale = new CityScale(options.scale());
    List<Place> all = new ArrayList<>(given.places());
    List<Place> grids = valid(Level.GRID, all);
    double devicesFactor = scale.factor();
    if (grids.isEmpty()) {
      grids = divided(valid(Level.COMMUNITY, all), scale, options.seed());
      all.addAll(grids);
      devicesFactor = 1;
    }
    if (!given.devices().isEmpty()) {
      return new Registry(all, given.devices());
    }
    double density = devicesFactor * grids.size() / GRIDS_OF_XINING;
    return new Registry(all, devices(all, grids, CityScale.within(density), options));
  }

  private static List<Place> divided(List<Place> communities, CityScale scale, long seed) {
    if (communities.isEmpty()) {
      throw new WrongOptionException("no-place");
    }
    int count = communities.size();
    return GridPlan.divide(
        communities,
        count(CityScale.GENERAL_GRIDS, count, scale, count),
        count(CityScale.DEDICATED_GRIDS, count, scale, 0),
        seed);
  }

  private static int count(int inXining, int communities, CityScale scale, int least) {
    double density = (double) inXining / COMMUNITIES_OF_XINING;
    return (int) Math.max(least, Math.round(density * communities * scale.factor()));
  }

  private static List<Device> devices(
      List<Place> places, List<Place> grids, CityScale scale, CityOptions options) {
    int cameras = scale.count(CityScale.CAMERAS, grids.size());
    int sensors = scale.count(CityScale.SENSORS, grids.size() * DevicePlan.LEAST_SENSORS);
    int interval = options.reportInterval(cameras + sensors);
    return DevicePlan.fill(places, grids, cameras, sensors, interval, options.seed());
  }

  private static List<Place> valid(Level level, List<Place> places) {
    return places.stream()
        .filter(place -> place.level() == level && place.validity().to() == null)
        .toList();
  }
}
