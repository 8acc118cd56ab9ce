package city.xueliang.console.city;

import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The places that are valid now, for look-up. Immutable; a change of the registry makes another.
 */
public final class CityPlaces {
  public static final CityPlaces NONE = new CityPlaces(0, List.of());

  /** City, district, street, community, grid; a registry that points in circles ends here too. */
  private static final int DEEPEST = 5;

  private final long version;
  private final Map<String, Place> byCode = new TreeMap<>();
  private final Map<String, List<Place>> byParent = new TreeMap<>();
  private final Map<String, List<String>> zonesByGrid = new TreeMap<>();

  /**
   * @param version that differs for different places
   */
  public CityPlaces(long version, Collection<Place> places) {
    this.version = version;
    places.forEach(place -> byCode.put(place.code(), place));
    for (Place place : byCode.values()) {
      if (place.parent() != null) {
        byParent.computeIfAbsent(place.parent(), parent -> new ArrayList<>()).add(place);
      }
      place
          .grids()
          .forEach(
              grid ->
                  zonesByGrid.computeIfAbsent(grid, zones -> new ArrayList<>()).add(place.code()));
    }
  }

  public long version() {
    return version;
  }

  /** By code. */
  public Collection<Place> all() {
    return Collections.unmodifiableCollection(byCode.values());
  }

  public Optional<Place> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** The city, if the registry has one. */
  public Optional<Place> city() {
    return byCode.values().stream().filter(place -> place.level() == Level.CITY).findFirst();
  }

  /** What lies right below, by code. */
  public List<Place> children(String code) {
    return Collections.unmodifiableList(byParent.getOrDefault(code, List.of()));
  }

  /** Codes of what the place lies in, the nearest first; none for a zone. */
  public List<String> ancestors(String code) {
    List<String> ancestors = new ArrayList<>();
    Place place = byCode.get(code);
    while (place != null && place.parent() != null && ancestors.size() < DEEPEST) {
      ancestors.add(place.parent());
      place = byCode.get(place.parent());
    }
    return ancestors;
  }

  /** Codes of the zones to which a grid belongs. */
  public List<String> zonesOfGrid(String code) {
    return Collections.unmodifiableList(zonesByGrid.getOrDefault(code, List.of()));
  }

  /** Codes of the grids of a zone; none for any other place. */
  public List<String> gridsOfZone(String code) {
    Place place = byCode.get(code);
    return place == null ? List.of() : place.grids();
  }
}
