package city.xueliang.benchmark.counts;

import city.xueliang.benchmark.command.BenchmarkCommand;
import city.xueliang.domain.detector.unusual.UnusualSettings;
import city.xueliang.domain.detector.unusual.UnusualSettings.Kind;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code counts}: outbreaks found and false alarms in simulated counts. */
@Command(name = "counts", resourceBundle = CountsCommand.HELP, sortOptions = false)
public final class CountsCommand extends BenchmarkCommand {
  static final String HELP = "city.xueliang.benchmark.counts.texts";

  private static final double[] LADDER = {0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6};
  private static final int LEAST_POINTS = 1_000;
  private static final int MOST_POINTS = 1_000_000;
  private static final int MOST_SERIES = 1_000;

  @Option(names = "--series", defaultValue = "10", paramLabel = "N")
  private int series;

  @Option(names = "--points", defaultValue = "8064", paramLabel = "N")
  private int points;

  @Option(names = "--alert-at", defaultValue = "0.35", paramLabel = "SCORE")
  private double alertAt;

  @Option(names = "--seed", defaultValue = "1", paramLabel = "N")
  private long seed;

  CountsCommand(Locale language) {
    super(language);
  }

  /** The command with its messages and its help in this language. */
  public static CommandLine commandLine(Locale language) {
    return commandLine(new CountsCommand(language));
  }

  @Override
  public Integer call() throws Exception {
    check("--series", series, 1, MOST_SERIES);
    check("--points", points, LEAST_POINTS, MOST_POINTS);
    if (!(alertAt > 0 && alertAt < 1)) {
      throw wrong("alert-at-wrong", alertAt);
    }
    List<CountFigures> scenarios = judge(alertAt);
    List<CountFigures> overall = new ArrayList<>();
    for (double limit : LADDER) {
      overall.add(sum(String.valueOf(limit), judge(limit)));
    }
    PrintWriter out = out();
    head(out, texts().text("scenario", alertAt));
    scenarios.forEach(figures -> line(out, figures));
    line(out, sum(texts().text("all"), scenarios));
    out.println();
    head(out, texts().text("limit"));
    overall.forEach(figures -> line(out, figures));
    out.println(
        new ObjectMapper()
            .writeValueAsString(
                Map.of("alertAt", alertAt, "scenarios", scenarios, "byAlertAt", overall)));
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private List<CountFigures> judge(double limit) {
    CountsRun run = new CountsRun(new UnusualSettings(Kind.COUNT, 0, limit), points);
    return CountScenario.ALL.stream().map(scenario -> run.judge(scenario, series, seed)).toList();
  }

  private static CountFigures sum(String name, List<CountFigures> parts) {
    return parts.stream().reduce(CountFigures.none(name), CountFigures::plus);
  }

  private void head(PrintWriter out, String first) {
    out.printf(
        "%-24s %10s %10s %14s %10s %10s %10s%n",
        first,
        texts().text("judged"),
        texts().text("false-alarms"),
        texts().text("false-episodes"),
        texts().text("outbreaks"),
        texts().text("detected"),
        texts().text("large-detected"));
  }

  private static void line(PrintWriter out, CountFigures figures) {
    out.printf(
        "%-24s %,10d %9.3f%% %14.2f %,10d %10.3f %10.3f%n",
        figures.scenario(),
        figures.points(),
        100 * figures.falseShare(),
        1_000 * figures.falseEpisodeShare(),
        figures.outbreaks(),
        figures.detectedShare(),
        figures.largeDetectedShare());
  }
}
