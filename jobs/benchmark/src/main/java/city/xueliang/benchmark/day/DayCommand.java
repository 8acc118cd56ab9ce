package city.xueliang.benchmark.day;

import city.xueliang.benchmark.command.BenchmarkCommand;
import city.xueliang.benchmark.day.Evaluation.Sorted;
import city.xueliang.domain.rule.RuleFiles;
import city.xueliang.domain.rule.Rulebook;
import city.xueliang.feeds.simulate.SimulationOptions;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code day}: a simulated day with incidents, alerted, held against the truth. */
@Command(name = "day", resourceBundle = DayCommand.HELP, sortOptions = false)
public final class DayCommand extends BenchmarkCommand {
  static final String HELP = "city.xueliang.benchmark.day.texts";

  private static final Logger LOG = LoggerFactory.getLogger(DayCommand.class);
  private static final int LEAST_DEVICES = 80;
  private static final int MOST_DEVICES = 80_000;
  private static final int MOST_HOURS = 24 * 31;
  private static final int MOST_INCIDENTS_PER_HOUR = 3_600;
  private static final int MOST_PARALLELISM = 32;

  /** Seconds by which the feed may be ahead where delays are measured. */
  private static final long EXACT = 3;

  /** The same where alerts are only counted. */
  private static final long ROUGH = 60;

  @Option(names = "--devices", defaultValue = "2000", paramLabel = "N")
  private int devices;

  @Option(names = "--hours", defaultValue = "24", paramLabel = "N")
  private int hours;

  @Option(names = "--incidents-per-hour", defaultValue = "3", paramLabel = "N")
  private int incidentsPerHour;

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

  @Option(names = "--data", defaultValue = "${sys:java.io.tmpdir}/xueliang-day", paramLabel = "DIR")
  private Path data;

  DayCommand(Locale language) {
    super(language);
  }

  /** The command with its messages and its help in this language. */
  public static CommandLine commandLine(Locale language) {
    return commandLine(new DayCommand(language));
  }

  @Override
  public Integer call() throws Exception {
    check("--devices", devices, LEAST_DEVICES, MOST_DEVICES);
    check("--hours", hours, 1, MOST_HOURS);
    check("--incidents-per-hour", incidentsPerHour, 1, MOST_INCIDENTS_PER_HOUR);
    check("--parallelism", parallelism, 1, MOST_PARALLELISM);
    DayOptions options =
        new DayOptions(
            devices,
            hours,
            incidentsPerHour,
            parallelism,
            date.atStartOfDay(SimulationOptions.ZONE).toInstant(),
            seed);
    Rulebook rulebook = new RuleFiles(SimulationOptions.ZONE, "630100-ops-01").add(rules).read();
    DayFigures figures = figures(options, rulebook);
    PrintWriter out = out();
    new DayTable(figures, texts()::text).print(out);
    out.println(new ObjectMapper().writeValueAsString(figures));
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private DayFigures figures(DayOptions options, Rulebook rulebook) throws Exception {
    Truth truth = Truth.of(options);
    LOG.info("{} incidents, {} outages", truth.incidents().size(), truth.outages().size());
    DayRun run = new DayRun(options);
    List<Telling> after = run.run(data, rulebook, EXACT);
    Sorted sorted =
        new Evaluation(new CityMap(options.feed().city()), truth, options.end()).judge(after);
    sorted.falseAlarms().forEach(told -> LOG.info("false alarm: {}", told));
    List<Telling> before = run.run(data, PlainHandling.of(rulebook), ROUGH);
    return DayFigures.of(
        sorted,
        truth,
        options.days(),
        Load.of(after, options.days()),
        Load.of(before, options.days()));
  }
}
