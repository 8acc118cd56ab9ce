package city.xueliang.store.reading;

import city.xueliang.domain.intake.IntakeRow;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Successions;
import city.xueliang.domain.response.WorstSource;
import city.xueliang.domain.tally.Window;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the store knows of places, whichever store it is. The values of a row are in the units that
 * {@link city.xueliang.store.layout.Measurement} and the names of fields and measures tell.
 *
 * <p>A place whose code was replaced has one history under all of its codes, see {@link
 * Successions#chain}. A window without a row is not among the answers: nothing happened in it, or
 * nothing was seen, which the rows of {@link Metric#COVERAGE} tell apart. Rows of windows that are
 * still open are among them and say so.
 *
 * <p>No answer is cut: it is whole, or the question fails. Every question throws
 *
 * <ul>
 *   <li>{@link IllegalArgumentException} for a question that cannot be asked, naming what is wrong
 *       with it and what is allowed;
 *   <li>{@link StoreReadException} if the store does not answer within 30 s, refuses the question
 *       or breaks its answer off.
 * </ul>
 *
 * <p>For several threads at a time.
 */
public interface MetricHistory {
  /** The rows in InfluxDB. */
  static MetricHistory in(InfluxDbSource source, Successions successions) {
    return new StoredHistory(new InfluxQlQueries(source), successions);
  }

  /** The rows in QuestDB. */
  static MetricHistory in(QuestDbSource source, Successions successions) {
    return new StoredHistory(new SqlQueries(source), successions);
  }

  /**
   * The rows of a place whose windows start within the span, by start; where the place had two
   * codes at a time, the older code's row comes first.
   */
  List<MetricRow> series(String place, Metric metric, Window window, Span span);

  /**
   * The series of each of these places, by the code that was asked for; places without a row have
   * an empty one.
   */
  SortedMap<String, List<MetricRow>> series(
      Collection<String> places, Metric metric, Window window, Span span);

  /**
   * The newest row of each of these places, by the code that was asked for; places without a row
   * are missing.
   */
  SortedMap<String, MetricRow> latest(Collection<String> places, Metric metric, Window window);

  /** The newest row of each place of a level, by the code that it has now. */
  SortedMap<String, MetricRow> latest(Level level, Metric metric, Window window);

  /**
   * The newest row of each place of a level whose window starts at an instant or later, by the code
   * that it has now. For questions that are asked again and again: the store need not look at older
   * rows, while without an instant QuestDB looks at all of the table.
   */
  default SortedMap<String, MetricRow> latest(
      Level level, Metric metric, Window window, Instant since) {
    SortedMap<String, MetricRow> latest = new TreeMap<>(latest(level, metric, window));
    latest.values().removeIf(row -> row.start().isBefore(since));
    return latest;
  }

  /**
   * The first places of a level by a statistic over all their windows that start within the span.
   * Places with equal values follow each other by code. A place that changed its code in the span
   * stands under its present one with the windows of all of them.
   */
  List<RankedPlace> ranking(Level level, Metric metric, Window window, Span span, Ranking ranking);

  /**
   * The worst sources of the seats of these places, of the days that start within the span, by the
   * code that was asked for, then by day and rank; places without a row have an empty list.
   */
  SortedMap<String, List<WorstSource>> worstSources(Collection<String> places, Span span);

  /** What was taken in in the minutes that start within the span, by minute, topic and reason. */
  List<IntakeRow> intake(Span span);
}
