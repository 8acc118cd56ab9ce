package city.xueliang.console.history;

import city.xueliang.domain.tally.Window;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A measure of places over a span, as the page shows it. All times are epoch milliseconds.
 *
 * @param unit key of the name of the values' unit; null for none
 * @param from start of the first window
 * @param to end of the last window
 * @param series of the places as they were asked for, each with what it is compared with after it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record History(
    String measure,
    String field,
    String unit,
    Window window,
    long from,
    long to,
    List<Series> series) {
  History {
    series = List.copyOf(series);
  }

  /** One place over one span. */
  record Series(String place, Compare compare, List<Point> points) {
    Series {
      points = List.copyOf(points);
    }
  }

  /**
   * One window.
   *
   * @param at its start, shifted onto the span that was asked for
   * @param was its own start where that is another one
   * @param value null where nothing was measured or nothing is known
   * @param heard percent of the place's devices; null where that is not known
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Point(long at, Long was, Number value, State state, Double heard) {}

  /** What a value is worth. */
  enum State {
    COMPLETE,
    /** The window has not ended, or its last figures are still to come. */
    OPEN,
    /** It is complete, but not all devices are known to have been heard. */
    PARTIAL,
    /** Nothing happened, and devices were heard. */
    QUIET,
    /** Nothing is known. */
    MISSING
  }
}
