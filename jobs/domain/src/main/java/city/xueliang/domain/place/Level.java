package city.xueliang.domain.place;

/** Level of a place: five nested ones and the zones beside them. */
public enum Level {
  CITY(6),
  DISTRICT(6),
  STREET(9),
  COMMUNITY(12),
  GRID(15),
  /** A named set of grids that may cross the tree; its code has a form of its own. */
  ZONE(0);

  private final int codeLength;

  Level(int codeLength) {
    this.codeLength = codeLength;
  }

  /** Digits of a code at this level; 0 for a zone. */
  public int codeLength() {
    return codeLength;
  }

  /** The level of a parent: one up in the tree, null for the city and for zones. */
  public Level parent() {
    return switch (this) {
      case CITY, ZONE -> null;
      case DISTRICT -> CITY;
      case STREET -> DISTRICT;
      case COMMUNITY -> STREET;
      case GRID -> COMMUNITY;
    };
  }
}
