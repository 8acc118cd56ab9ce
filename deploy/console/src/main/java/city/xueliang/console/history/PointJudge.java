package city.xueliang.console.history;

import city.xueliang.console.history.History.Point;
import city.xueliang.console.history.History.State;
import city.xueliang.domain.tally.Window;
import city.xueliang.domain.tally.Windows;
import city.xueliang.store.reading.MetricRow;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Says what is known of one window. Where there is no row, the coverage of the same window tells
 * whether nothing happened or nothing was seen. Not for use by two threads at once.
 */
final class PointJudge {
  private static final double ALL = 100;

  /** Rows of a minute come up to so long after its end. */
  private static final long ROWS_COME_WITHIN = Duration.ofMinutes(2).toMillis();

  private final Measured measure;
  private final Field field;
  private final Window window;
  private final Windows windows;
  private final long now;

  PointJudge(Measured measure, Field field, Window window, Windows windows, long now) {
    this.measure = measure;
    this.field = field;
    this.window = window;
    this.windows = windows;
    this.now = now;
  }

  /** Of a window that the calendar does not have. */
  static Point none(long at) {
    return new Point(at, null, null, State.MISSING, null);
  }

  /**
   * One window.
   *
   * @param at where it is shown
   * @param start where it starts
   * @param rows of the window: one, or one of each code that the place had in it, or none
   * @param coverage likewise
   */
  Point of(long at, long start, List<MetricRow> rows, List<MetricRow> coverage) {
    Double heard = heard(coverage);
    Long was = at == start ? null : start;
    if (rows.isEmpty()) {
      return withoutRow(at, start, coverage, heard);
    }
    return new Point(at, was, value(rows), state(rows, heard), heard);
  }

  private State state(List<MetricRow> rows, Double heard) {
    if (!rows.stream().allMatch(MetricRow::complete)) {
      return State.OPEN;
    }
    boolean isOfAll = !measure.isOfDevices() || (heard != null && heard >= ALL);
    return isOfAll && (rows.size() == 1 || field.adds()) ? State.COMPLETE : State.PARTIAL;
  }

  private Point withoutRow(long at, long start, List<MetricRow> coverage, Double heard) {
    Long was = at == start ? null : start;
    boolean mayCome = windows.endOf(window, start) + ROWS_COME_WITHIN > now;
    // What the desk tells does not depend on who is heard: that there was coverage says it ran.
    boolean isKnown =
        heard != null && !measure.isCoverage() && (heard > 0 || !measure.isOfDevices());
    if (!isKnown) {
      return new Point(at, was, null, mayCome ? State.OPEN : State.MISSING, heard);
    }
    boolean isOver = coverage.stream().allMatch(MetricRow::complete);
    return new Point(
        at, was, field.isZeroWhenQuiet() ? 0 : null, isOver ? State.QUIET : State.OPEN, heard);
  }

  /** Of two codes that a place had in one window the newer one's, unless both can be added up. */
  private Number value(List<MetricRow> rows) {
    List<Number> values =
        rows.stream().map(row -> row.values().get(field.name())).filter(Objects::nonNull).toList();
    if (values.isEmpty()) {
      return null;
    }
    if (!field.adds() || values.size() == 1) {
      return values.get(values.size() - 1);
    }
    return values.stream().mapToLong(Number::longValue).sum();
  }

  /** Percent of the devices; null where that is not known. */
  private static Double heard(List<MetricRow> coverage) {
    if (coverage.size() == 1) {
      Number percent = coverage.get(0).values().get("percent");
      return percent == null ? null : percent.doubleValue();
    }
    double expected = sum(coverage, "expected");
    return expected == 0 ? null : sum(coverage, "heard") * ALL / expected;
  }

  private static double sum(List<MetricRow> rows, String field) {
    return rows.stream()
        .map(row -> row.values().get(field))
        .filter(Objects::nonNull)
        .mapToDouble(Number::doubleValue)
        .sum();
  }
}
