package city.xueliang.benchmark.week;

import city.xueliang.domain.rule.RuleFiles;
import city.xueliang.domain.text.Texts;
import city.xueliang.feeds.simulate.SimulationOptions;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code week}: the job's heap and state at the end of each day of a simulated week. */
@Command(name = "week", resourceBundle = WeekCommand.HELP, sortOptions = false)
public final class WeekCommand implements Callable<Integer> {
  static final String HELP = "city.xueliang.benchmark.week.texts";

  private static final Logger LOG = LoggerFactory.getLogger(WeekCommand.class);
  private static final int LEAST_DEVICES = 80;
  private static final int MOST_DEVICES = 80_000;
  private static final int MOST_DAYS = 366;
  private static final int MOST_PARALLELISM = 32;

  private final Texts texts;

  @Spec private CommandSpec spec;

  @Option(names = "--devices", defaultValue = "2000", paramLabel = "N")
  private int devices;

  @Option(names = "--days", defaultValue = "7", paramLabel = "N")
  private int days;

  @Option(names = "--parallelism", defaultValue = "2", paramLabel = "N")
  private int parallelism;

  @Option(names = "--date", defaultValue = "2026-11-16", paramLabel = "DATE")
  private LocalDate date;

  @Option(names = "--seed", defaultValue = "1", paramLabel = "N")
  private long seed;

  @Option(
      names = "--rules",
      defaultValue = "${sys:xueliang.home}/deploy/rules/default.yaml",
      paramLabel = "FILE")
  private Path rules;

  @Option(
      names = "--data",
      defaultValue = "${sys:java.io.tmpdir}/xueliang-week",
      paramLabel = "DIR")
  private Path data;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true)
  @SuppressWarnings("UnusedVariable") // only picocli reads it
  private boolean help;

  WeekCommand(Locale language) {
    this.texts = Texts.of(WeekCommand.class, language);
  }

  /** The command with its messages and its help in this language. */
  public static CommandLine commandLine(Locale language) {
    WeekCommand command = new WeekCommand(language);
    return new CommandLine(command).setResourceBundle(command.texts.bundle());
  }

  @Override
  public Integer call() throws Exception {
    check("--devices", devices, LEAST_DEVICES, MOST_DEVICES);
    check("--days", days, 1, MOST_DAYS);
    check("--parallelism", parallelism, 1, MOST_PARALLELISM);
    WeekOptions options =
        new WeekOptions(
            devices,
            days,
            parallelism,
            date.atStartOfDay(SimulationOptions.ZONE).toInstant(),
            seed);
    List<DayFigures> figures = new ArrayList<>();
    new WeekRun(options, new RuleFiles(SimulationOptions.ZONE, "630100-ops-01").add(rules).read())
        .run(
            data,
            day -> {
              LOG.info("{}", day);
              figures.add(day);
            });
    PrintWriter out = spec.commandLine().getOut();
    new WeekTable(figures, texts::text).print(out);
    out.println(
        new ObjectMapper()
            .writeValueAsString(
                Map.of(
                    "devices",
                    devices,
                    "heapGrowth",
                    WeekTable.growth(figures, DayFigures::heapBytes),
                    "checkpointGrowth",
                    WeekTable.growth(figures, DayFigures::checkpointBytes),
                    "days",
                    figures)));
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private void check(String option, int value, int least, int greatest) {
    if (value < least || value > greatest) {
      throw new ParameterException(
          spec.commandLine(), texts.text("range", option, value, least, greatest));
    }
  }
}
