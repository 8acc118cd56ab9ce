package city.xueliang.feeds.simulate.incident;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Place;
import city.xueliang.feeds.simulate.chance.Randomness;
import city.xueliang.feeds.simulate.city.DeviceTable;
import city.xueliang.feeds.simulate.city.Surroundings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** Where each kind of incident can happen, by the devices that would show it. */
final class IncidentSites {
  private static final int TRIES = 5;
  private static final Set<Surroundings> GUARDED =
      EnumSet.of(Surroundings.CHEMICAL_PLANT, Surroundings.RAILWAY, Surroundings.INDUSTRY);

  private final DeviceTable devices;
  private final Map<IncidentKind, List<List<Integer>>> sites = new EnumMap<>(IncidentKind.class);

  IncidentSites(DeviceTable devices) {
    this.devices = devices;
    for (IncidentKind kind : IncidentKind.values()) {
      sites.put(kind, new ArrayList<>());
    }
    devices.byGrid().values().forEach(this::sort);
    for (Place zone : devices.zones()) {
      sort(zone);
    }
    sites.get(IncidentKind.DEAD_SWITCH).addAll(devices.bySegment().values());
  }

  /**
   * The devices of a place where it can happen now.
   *
   * @param free whether a device has no part in another incident and is heard
   * @return empty if no such place was found
   */
  List<Integer> draw(IncidentKind kind, IntPredicate free, Randomness random) {
    List<List<Integer>> choices = sites.get(kind);
    for (int i = 0; i < TRIES && !choices.isEmpty(); i++) {
      List<Integer> site = random.oneOf(choices);
      if (site.stream().allMatch(free::test)) {
        return site;
      }
    }
    return List.of();
  }

  private void sort(List<Integer> grid) {
    Surroundings around = devices.surroundings(grid.get(0));
    List<Integer> gas = measuring(Measure.GAS_LEL_PERCENT, grid);
    List<Integer> smoke = measuring(Measure.SMOKE_OBSCURATION_PERCENT_PER_M, grid);
    List<Integer> heat = measuring(Measure.TEMPERATURE_CELSIUS, grid);
    List<Integer> cameras = cameras(grid);
    addIf(gas.size() >= 2, IncidentKind.GAS_LEAK, gas);
    if (!smoke.isEmpty() && !heat.isEmpty() && !cameras.isEmpty()) {
      List<Integer> all = new ArrayList<>(smoke);
      all.addAll(heat);
      all.addAll(cameras);
      sites.get(IncidentKind.FIRE).add(all);
    }
    boolean residential = around == Surroundings.RESIDENTIAL;
    addIf(residential && !cameras.isEmpty(), IncidentKind.EBIKE_IN_LIFT, cameras);
    addIf(!cameras.isEmpty(), IncidentKind.FIRE_LANE_BLOCKED, cameras);
    addIf(GUARDED.contains(around) && !cameras.isEmpty(), IncidentKind.PERIMETER_BREACH, cameras);
  }

  /** A zone that is an underpass, or where people gather, as a whole. */
  private void sort(Place zone) {
    List<Integer> all = new ArrayList<>();
    for (String grid : zone.grids()) {
      all.addAll(devices.byGrid().getOrDefault(grid, List.of()));
    }
    Surroundings around = Surroundings.of(zone.nameZh());
    List<Integer> cameras = cameras(all);
    addIf(around == Surroundings.FESTIVAL && !cameras.isEmpty(), IncidentKind.CROWD_CRUSH, cameras);
    List<Integer> water = measuring(Measure.WATER_DEPTH_MM, all);
    if (around == Surroundings.UNDERPASS && !water.isEmpty()) {
      water.addAll(cameras);
      sites.get(IncidentKind.FLOODED_UNDERPASS).add(water);
    }
  }

  private void addIf(boolean fits, IncidentKind kind, List<Integer> site) {
    if (fits) {
      sites.get(kind).add(site);
    }
  }

  private List<Integer> measuring(Measure quantity, List<Integer> among) {
    return new ArrayList<>(
        among.stream().filter(device -> devices.quantity(device) == quantity).toList());
  }

  private List<Integer> cameras(List<Integer> among) {
    return among.stream().filter(devices::isCamera).toList();
  }
}
