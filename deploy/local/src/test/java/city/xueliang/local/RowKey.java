package city.xueliang.local;

import java.time.Instant;
import java.util.Comparator;

/**
 * Identity of a row.
 *
 * @param window name of its length, such as HOUR
 */
record RowKey(String place, String measure, String window, Instant start)
    implements Comparable<RowKey> {
  private static final Comparator<RowKey> ORDER =
      Comparator.comparing(RowKey::start)
          .thenComparing(RowKey::window)
          .thenComparing(RowKey::place)
          .thenComparing(RowKey::measure);

  RowKey of(String otherPlace) {
    return new RowKey(otherPlace, measure, window, start);
  }

  @Override
  public int compareTo(RowKey other) {
    return ORDER.compare(this, other);
  }
}
