package city.xueliang.benchmark.week;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** A line for each figure, a column for each day, and by how much the last is above the second. */
final class WeekTable {
  private static final int LABEL = 38;
  private static final int FIRST_LEVEL_DAY = 2;
  private static final double PERCENT = 100;

  private final List<DayFigures> days;
  private final Function<String, String> texts;
  private final List<String> lines = new ArrayList<>();

  /**
   * A table.
   *
   * @param texts what is shown for a key
   */
  WeekTable(List<DayFigures> days, Function<String, String> texts) {
    this.days = days;
    this.texts = texts;
  }

  void print(PrintWriter out) {
    StringBuilder head = new StringBuilder(String.format("%-" + LABEL + "s", texts.apply("day")));
    days.forEach(day -> head.append(String.format("%,15d", day.day())));
    lines.add(head.append(String.format("%10s", texts.apply("spread"))).toString());
    add(texts.apply("heap"), DayFigures::heapBytes);
    add(texts.apply("checkpoint"), DayFigures::checkpointBytes);
    names(day -> day.stateBytes().keySet())
        .forEach(task -> add("  " + task, day -> day.stateBytes().getOrDefault(task, 0L)));
    names(day -> day.instances().keySet())
        .forEach(name -> add("  # " + name, day -> day.instances().getOrDefault(name, 0L)));
    add(texts.apply("records"), DayFigures::records);
    add(texts.apply("last-records"), DayFigures::lastRecords);
    add(texts.apply("records-per-second"), DayFigures::recordsPerSecond);
    lines.forEach(out::println);
  }

  private Set<String> names(Function<DayFigures, Set<String>> ofDay) {
    Set<String> names = new TreeSet<>();
    days.forEach(day -> names.addAll(ofDay.apply(day)));
    return names;
  }

  private void add(String label, ToLongFunction<DayFigures> figure) {
    StringBuilder line = new StringBuilder(String.format("%-" + LABEL + "s", label));
    days.forEach(day -> line.append(String.format("%,15d", figure.applyAsLong(day))));
    lines.add(line.append(String.format("%9.1f%%", PERCENT * growth(days, figure))).toString());
  }

  /** By which share the last day is above the second; 0 where there is no second. */
  static double growth(List<DayFigures> days, ToLongFunction<DayFigures> figure) {
    if (days.size() < FIRST_LEVEL_DAY) {
      return 0;
    }
    double second = figure.applyAsLong(days.get(FIRST_LEVEL_DAY - 1));
    return second == 0 ? 0 : figure.applyAsLong(days.get(days.size() - 1)) / second - 1;
  }
}
