package city.xueliang.domain.rule;

/** The side of a limit that is bad. */
public enum Direction {
  ABOVE,
  BELOW;

  /** Whether a value is at the limit or on its bad side. */
  public boolean isPast(double value, double limit) {
    return this == ABOVE ? value >= limit : value <= limit;
  }
}
