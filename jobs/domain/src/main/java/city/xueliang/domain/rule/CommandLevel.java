package city.xueliang.domain.rule;

/** The four command levels, the lowest first. */
public enum CommandLevel {
  COMMUNITY,
  STREET,
  DISTRICT,
  CITY;

  /** The next one up; the city has none above it. */
  public CommandLevel up() {
    return switch (this) {
      case COMMUNITY -> STREET;
      case STREET -> DISTRICT;
      case DISTRICT, CITY -> CITY;
    };
  }
}
