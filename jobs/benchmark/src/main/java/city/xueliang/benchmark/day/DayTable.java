package city.xueliang.benchmark.day;

import java.io.PrintWriter;
import java.util.function.Function;

/** Shows what became of the incidents, what was alerted falsely, and the load of the seats. */
final class DayTable {
  private static final double PERCENT = 100;

  private final DayFigures figures;
  private final Function<String, String> texts;

  /**
   * @param texts a text by its key
   */
  DayTable(DayFigures figures, Function<String, String> texts) {
    this.figures = figures;
    this.texts = texts;
  }

  void print(PrintWriter out) {
    out.printf(
        "%-20s %8s %8s %8s %8s %8s %8s %9s %9s %9s %9s%n",
        texts.apply("kind"),
        texts.apply("judged"),
        texts.apply("right"),
        texts.apply("wrong-place"),
        texts.apply("wrong-colour"),
        texts.apply("wrong-rule"),
        texts.apply("missed"),
        texts.apply("median"),
        texts.apply("p99"),
        texts.apply("own-median"),
        texts.apply("own-p99"));
    figures.kinds().forEach(kind -> line(out, texts.apply(kind.kind().name()), kind));
    line(out, texts.apply("all"), figures.all());
    figures.notRight().forEach(text -> out.println("  " + text));
    out.println();
    out.printf("%-36s %10s%n", texts.apply("false-alarms"), texts.apply("per-day"));
    figures.falsePerDay().forEach((rule, count) -> out.printf("%-36s %,10.1f%n", rule, count));
    out.printf("%-36s %,10.1f%n", texts.apply("all"), figures.falseAlarmsPerDay());
    out.println();
    out.printf(
        "%-36s %,10d %s %,d%n",
        texts.apply("outages"), figures.outages(), texts.apply("told"), figures.outagesTold());
    out.println();
    out.printf(
        "%-36s %12s %20s %16s%n",
        texts.apply("load"),
        texts.apply("per-day"),
        texts.apply("worst"),
        texts.apply("worst-hour"));
    load(out, "before", figures.before());
    load(out, "after", figures.after());
    out.printf(
        "%-36s %11.1f%%%n",
        texts.apply("share"), PERCENT * figures.after().perDay() / figures.before().perDay());
  }

  private void load(PrintWriter out, String label, Load load) {
    out.printf(
        "%-36s %,12.0f %,20d %,16d%n",
        texts.apply(label), load.perDay(), load.worstTenMinutes(), load.perHourAtWorst());
  }

  private static void line(PrintWriter out, String label, KindFigures kind) {
    out.printf(
        "%-20s %8d %8d %8d %8d %8d %8d %9.1f %9.1f %9.1f %9.1f%n",
        label,
        kind.judged(),
        kind.right(),
        kind.wrongPlace(),
        kind.wrongColour(),
        kind.wrongRule(),
        kind.missed(),
        kind.medianSeconds(),
        kind.p99Seconds(),
        kind.ownMedianSeconds(),
        kind.ownP99Seconds());
  }
}
