package city.xueliang.domain.rule;

import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.PlaceCodes;

/** How much of the city something is judged, grouped or compared over. */
public enum Extent {
  DEVICE(null),
  GRID(Level.GRID),
  COMMUNITY(Level.COMMUNITY),
  STREET(Level.STREET),
  DISTRICT(Level.DISTRICT),
  CITY(Level.CITY),
  ZONE(Level.ZONE);

  private final Level level;

  Extent(Level level) {
    this.level = level;
  }

  /** The level of such a place; null for a device. */
  public Level level() {
    return level;
  }

  /** The places of a level. */
  public static Extent of(Level level) {
    return valueOf(level.name());
  }

  /**
   * Whether one of these lies in one of this extent: up the tree, grids in zones, all in the city.
   */
  public boolean holds(Extent other) {
    return this == other
        || switch (this) {
          case DEVICE -> false;
          case GRID -> other == DEVICE;
          case ZONE -> GRID.holds(other);
          case COMMUNITY -> GRID.holds(other);
          case STREET -> COMMUNITY.holds(other);
          case DISTRICT -> STREET.holds(other);
          case CITY -> true;
        };
  }

  /**
   * Code of the place of this extent in which a place of the tree lies.
   *
   * @param place code of a place at this level or below
   * @throws IllegalArgumentException for a device or a zone, which the code does not tell
   */
  public String of(String place) {
    return switch (this) {
      case GRID, COMMUNITY, STREET -> place.substring(0, level.codeLength());
      case DISTRICT -> PlaceCodes.districtOf(place);
      case CITY -> PlaceCodes.cityOf(place);
      case DEVICE, ZONE -> throw new IllegalArgumentException("No code tells a " + this);
    };
  }
}
