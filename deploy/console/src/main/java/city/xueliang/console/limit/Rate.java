package city.xueliang.console.limit;

/**
 * How often something may happen: at most {@code burst} times at once, and again by and by.
 *
 * @param burst 1 or more
 * @param perSecond above 0
 */
public record Rate(int burst, double perSecond) {
  /** Refuses a rate that lets nothing through. */
  public Rate {
    if (burst < 1 || !(perSecond > 0)) {
      throw new IllegalArgumentException(
          "The rate is %d at once and %s a second; allowed: 1 or more at once, above 0 a second"
              .formatted(burst, perSecond));
    }
  }
}
