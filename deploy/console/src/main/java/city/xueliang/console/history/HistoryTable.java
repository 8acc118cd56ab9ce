package city.xueliang.console.history;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * What files of a history hold, in the reader's language: a row for each point of each series, as
 * the page shows them.
 *
 * @param columns names of the rows' cells, in their order
 * @param offsetTitle name of the offset from UTC, for a file whose times cannot tell it
 * @param about what was asked, for whom, and what the words for states mean
 */
record HistoryTable(
    String fileName,
    String plainFileName,
    String title,
    List<String> columns,
    String offsetTitle,
    List<Row> rows,
    String aboutTitle,
    List<About> about) {
  HistoryTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    about = List.copyOf(about);
  }

  /**
   * One point.
   *
   * @param span in words: the one that was asked for or an earlier one
   * @param at start of the window, shifted onto the span that was asked for
   * @param was its own start; null if the calendar has no such window
   * @param value null for none
   * @param state in words
   * @param isWhole whether the value is all that there is to know of the window
   * @param heard percent of the devices; null if that is not known
   */
  record Row(
      String place,
      String name,
      String span,
      OffsetDateTime at,
      OffsetDateTime was,
      Number value,
      String state,
      boolean isWhole,
      Double heard) {}

  /** A line about the whole file. */
  record About(String label, String text) {}
}
