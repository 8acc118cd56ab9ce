package city.xueliang.store.reading;

/**
 * How places are ranked.
 *
 * @param limit how many places at most
 */
public record Ranking(Statistic statistic, Order order, int limit) {
  /** Which places come first. */
  public enum Order {
    GREATEST_FIRST,
    LEAST_FIRST
  }

  /** Refuses a ranking of no places. */
  public Ranking {
    if (limit < 1) {
      throw new IllegalArgumentException(
          "The limit of a ranking is %d; allowed: 1 or more".formatted(limit));
    }
  }

  public static Ranking greatest(Statistic statistic, int limit) {
    return new Ranking(statistic, Order.GREATEST_FIRST, limit);
  }

  public static Ranking least(Statistic statistic, int limit) {
    return new Ranking(statistic, Order.LEAST_FIRST, limit);
  }
}
