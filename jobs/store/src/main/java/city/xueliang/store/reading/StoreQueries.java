package city.xueliang.store.reading;

import city.xueliang.domain.intake.IntakeRow;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.response.WorstSource;
import city.xueliang.domain.tally.Window;
import java.util.List;

/** What is asked of a store in its own language. All values are checked; answers have no order. */
interface StoreQueries {
  /** Rows whose windows start within the span. */
  List<MetricRow> rows(List<String> places, Metric metric, Window window, Span span);

  /** The newest row of each place that has one. */
  List<MetricRow> newest(List<String> places, Metric metric, Window window);

  /** The newest row of each place of a level that has one. */
  List<MetricRow> newest(Level level, Metric metric, Window window);

  /** The newest row of each place of a level that has one in the span. */
  List<MetricRow> newest(Level level, Metric metric, Window window, Span span);

  /** What a statistic needs of each place of a level that has a row in the span. */
  List<PlaceTotal> totals(
      Level level, Metric metric, Window window, Span span, Statistic statistic);

  /** Those of days that start within the span. */
  List<WorstSource> worstSources(List<String> places, Span span);

  /** Of minutes that start within the span. */
  List<IntakeRow> intake(Span span);
}
