package city.xueliang.feeds.replay;

import java.math.BigDecimal;

/** Reads the numbers of a recording: plain or with an exponent, a point before the decimals. */
final class Numbers {
  private Numbers() {}

  static double decimal(String text) throws BadValueException {
    double number;
    try {
      number = new BigDecimal(text).doubleValue();
    } catch (NumberFormatException e) {
      number = Double.NaN;
    }
    if (!Double.isFinite(number)) {
      throw new BadValueException("number-unreadable", BadValueException.shown(text));
    }
    return number;
  }

  /** A share from 0 to 1. */
  static double share(String text) throws BadValueException {
    double share = decimal(text);
    if (!(share >= 0 && share <= 1)) {
      throw new BadValueException("share-range", BadValueException.shown(text));
    }
    return share;
  }

  /** The number as people write it: without a fraction if it has none. */
  static String plain(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }
}
