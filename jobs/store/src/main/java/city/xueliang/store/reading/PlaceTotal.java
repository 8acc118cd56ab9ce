package city.xueliang.store.reading;

import city.xueliang.store.reading.Statistic.Aggregate;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A statistic of one place before it is finished, so that those of a place's several codes can be
 * merged.
 *
 * @param total sum, least or greatest value; for a mean the weighted sum
 * @param weight of a mean; not used for the others
 * @param windows with a row
 */
record PlaceTotal(String place, Number total, double weight, long windows) {
  /**
   * Stores add decimal numbers in an order of their own, which shows in a mean's last bits and
   * would decide between equal places.
   */
  private static final MathContext PRECISION = new MathContext(12);

  PlaceTotal under(String code) {
    return new PlaceTotal(code, total, weight, windows);
  }

  PlaceTotal merge(PlaceTotal other, Aggregate aggregate) {
    return new PlaceTotal(
        place, merged(other.total, aggregate), weight + other.weight, windows + other.windows);
  }

  RankedPlace ranked(Aggregate aggregate) {
    Number value =
        aggregate == Aggregate.MEAN
            ? BigDecimal.valueOf(total.doubleValue() / weight).round(PRECISION).doubleValue()
            : total;
    return new RankedPlace(place, value, windows);
  }

  private Number merged(Number other, Aggregate aggregate) {
    if (total instanceof Long whole && other instanceof Long more) {
      return switch (aggregate) {
        case SUM, MEAN -> Math.addExact(whole, more);
        case MIN -> Math.min(whole, more);
        case MAX -> Math.max(whole, more);
      };
    }
    double decimal = total.doubleValue();
    return switch (aggregate) {
      case SUM, MEAN -> decimal + other.doubleValue();
      case MIN -> Math.min(decimal, other.doubleValue());
      case MAX -> Math.max(decimal, other.doubleValue());
    };
  }
}
