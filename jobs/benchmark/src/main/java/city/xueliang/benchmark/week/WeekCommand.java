package city.xueliang.benchmark.week;

import city.xueliang.benchmark.command.BenchmarkCommand;
import city.xueliang.domain.rule.RuleFiles;
import city.xueliang.feeds.simulate.SimulationOptions;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code week}: the job's heap and state at the end of each day of a simulated week. */
@Command(name = "week", resourceBundle = WeekCommand.HELP, sortOptions = false)
public final class WeekCommand extends BenchmarkCommand {
  static final String HELP = "city.xueliang.benchmark.week.texts";

  private static final Logger LOG = LoggerFactory.getLogger(WeekCommand.class);
  private static final int LEAST_DEVICES = 80;
  private static final int MOST_DEVICES = 80_000;
  private static final int MOST_DAYS = 366;
  private static final int MOST_PARALLELISM = 32;

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

  WeekCommand(Locale language) {
    super(language);
  }

  /** The command with its messages and its help in this language. */
  public static CommandLine commandLine(Locale language) {
    return commandLine(new WeekCommand(language));
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
    PrintWriter out = out();
    new WeekTable(figures, texts()::text).print(out);
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
}
