package city.xueliang.local;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What was seen of one measure of one place in one window: simply all of it. */
final class PlainRow {
  final String level;
  final String district;
  private final List<Double> values = new ArrayList<>();
  private final Set<String> devices = new HashSet<>();
  private boolean isSorted;

  PlainRow(String level, String district) {
    this.level = level;
    this.district = district;
  }

  void add(String device, double value) {
    values.add(value == 0 ? 0 : value); // A zero has no sign.
    devices.add(device);
    isSorted = false;
  }

  long count() {
    return values.size();
  }

  long devices() {
    return devices.size();
  }

  /** The values have at most six decimals, of which none is lost here. */
  double sum() {
    BigDecimal sum = BigDecimal.ZERO;
    for (double value : values) {
      sum = sum.add(BigDecimal.valueOf(value));
    }
    return sum.setScale(6, RoundingMode.UNNECESSARY).doubleValue();
  }

  double least() {
    return sorted().get(0);
  }

  double greatest() {
    return sorted().get(values.size() - 1);
  }

  /** The exact value at a quantile. */
  double quantile(double quantile) {
    return sorted().get((int) (quantile * (values.size() - 1)));
  }

  private List<Double> sorted() {
    if (!isSorted) {
      Collections.sort(values);
      isSorted = true;
    }
    return values;
  }
}
