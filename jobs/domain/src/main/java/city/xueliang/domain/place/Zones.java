package city.xueliang.domain.place;

import city.xueliang.domain.place.ZoneVersions.Version;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which zones a grid belonged to when, for fast look-up by grid. Mutable. */
public final class Zones {
  private final Map<String, ZoneVersions> versions = new HashMap<>();
  private final Map<String, GridZones> byGrid = new HashMap<>();

  /**
   * Lets a zone hold these grids from then on; none if it was removed. See {@link
   * ZoneVersions#with}.
   *
   * @param from epoch milliseconds
   */
  public void put(String zone, Collection<String> grids, long from) {
    put(zone, versions.getOrDefault(zone, ZoneVersions.NONE).with(grids, from));
  }

  /** Sets all that is known of a zone. */
  public void put(String zone, ZoneVersions all) {
    ZoneVersions before = versions.put(zone, all);
    if (before != null) {
      for (Version version : before.versions()) {
        version.grids().forEach(grid -> byGrid.computeIfPresent(grid, (any, of) -> of.less(zone)));
      }
    }
    for (int i = 0; i < all.versions().size(); i++) {
      Version version = all.versions().get(i);
      long to = all.endOf(i);
      for (String grid : version.grids()) {
        byGrid.merge(grid, GridZones.of(zone, version.from(), to), GridZones::plus);
      }
    }
  }

  /**
   * Codes of the zones that held a grid at a time, sorted; not to be changed.
   *
   * @param time epoch milliseconds
   */
  public List<String> of(String grid, long time) {
    GridZones zones = byGrid.get(grid);
    return zones == null ? List.of() : zones.at(time);
  }

  /** Forgets the versions that ended by then. */
  public void forgetBefore(long horizon) {
    for (Map.Entry<String, ZoneVersions> zone : List.copyOf(versions.entrySet())) {
      ZoneVersions left = zone.getValue().since(horizon);
      if (left.versions().size() < zone.getValue().versions().size()) {
        put(zone.getKey(), left);
      }
    }
  }
}
