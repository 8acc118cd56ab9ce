package city.xueliang.store.grafana;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A server's answer in CSV: a line of columns, then rows; both empty if nothing was found. */
record Answer(List<String> columns, List<List<String>> rows) {
  private static final Pattern OUTSIDE_QUOTES =
      Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

  static Answer of(String csv) {
    List<List<String>> lines =
        csv.lines().filter(line -> !line.isBlank()).map(Answer::cells).toList();
    return lines.isEmpty()
        ? new Answer(List.of(), List.of())
        : new Answer(lines.get(0), lines.subList(1, lines.size()));
  }

  /** Columns in which no row has a value, beside the tags, which a query need not group by. */
  List<String> emptyColumns() {
    return IntStream.range(0, columns.size())
        .filter(column -> !columns.get(column).equals("tags"))
        .filter(column -> rows.stream().allMatch(row -> row.get(column).isEmpty()))
        .mapToObj(columns::get)
        .toList();
  }

  Stream<String> values(String column) {
    int at = columns.indexOf(column);
    return rows.stream().map(row -> row.get(at)).distinct();
  }

  private static List<String> cells(String line) {
    return List.of(OUTSIDE_QUOTES.split(line, -1));
  }
}
