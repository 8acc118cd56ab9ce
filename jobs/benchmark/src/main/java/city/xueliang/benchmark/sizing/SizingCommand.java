package city.xueliang.benchmark.sizing;

import city.xueliang.benchmark.command.BenchmarkCommand;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.tally.Window;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sizing}: cardinality, rows and bytes of a day. */
@Command(name = "sizing", resourceBundle = SizingCommand.HELP, sortOptions = false)
public final class SizingCommand extends BenchmarkCommand {
  static final String HELP = "city.xueliang.benchmark.sizing.texts";

  private static final double GRIDS_OF_XINING = 3_176;
  private static final int MOST_GRIDS = 60_000;
  private static final int HOURS_OF_DAY = 24;

  /** Longer than the server waits between two looks for something to compact. */
  private static final Duration CALM = Duration.ofSeconds(40);

  private static final int MOST_BATCH = 1_000_000;

  @Option(names = "--store", defaultValue = "questdb", paramLabel = "questdb|influxdb")
  private String store;

  @Option(names = "--url", paramLabel = "URL")
  private String url;

  @Option(names = "--grids", defaultValue = "3176", paramLabel = "N")
  private int grids;

  @Option(names = "--measures", defaultValue = "20", paramLabel = "N")
  private int measures;

  @Option(names = "--hours", defaultValue = "24", paramLabel = "N")
  private int hours;

  @Option(names = "--date", defaultValue = "2026-11-21", paramLabel = "DATE")
  private LocalDate date;

  @Option(names = "--batch", defaultValue = "5000", paramLabel = "N")
  private int batch;

  @Option(names = "--seed", defaultValue = "1", paramLabel = "N")
  private long seed;

  @Option(
      names = "--data",
      defaultValue = "${sys:java.io.tmpdir}/xueliang-sizing",
      paramLabel = "DIR")
  private Path data;

  SizingCommand(Locale language) {
    super(language);
  }

  /** The command with its messages and its help in this language. */
  public static CommandLine commandLine(Locale language) {
    return commandLine(new SizingCommand(language));
  }

  @Override
  public Integer call() throws Exception {
    check("--grids", grids, 1, MOST_GRIDS);
    check("--measures", measures, 1, Measure.values().length);
    check("--hours", hours, 1, HOURS_OF_DAY);
    check("--batch", batch, 1, MOST_BATCH);
    SizingOptions options =
        new SizingOptions(
            grids / GRIDS_OF_XINING, SizingOptions.measures(measures), hours, batch, date, seed);
    try (MeasuredStore measured = open()) {
      print(new SizingRun(options).measure(store, measured, data));
    }
    return CommandLine.ExitCode.OK;
  }

  private MeasuredStore open() throws IOException {
    return switch (store) {
      case "questdb" -> new MeasuredQuestDb(data);
      case "influxdb" ->
          url == null ? new OwnInfluxDb(data, CALM) : new MeasuredInfluxDb(url, CALM);
      default -> throw wrong("store-wrong", store);
    };
  }

  private void print(SizingFigures figures) throws IOException {
    PrintWriter out = out();
    out.println(texts().text("city", figures.grids(), figures.places(), figures.measures().size()));
    if (figures.hours() < HOURS_OF_DAY) {
      out.println(texts().text("hours-few", figures.hours()));
    }
    line(out, "series", figures.series());
    for (Window window : Window.values()) {
      line(out, "rows-" + window, figures.rows().get(window));
    }
    new TreeMap<>(figures.bytes())
        .forEach((name, bytes) -> out.printf("%-32s %,18d%n", name, bytes));
    line(out, "index-bytes", figures.indexBytes());
    out.printf("%-32s %18.1f%n", texts().text("bytes-per-minute-row"), figures.bytesPerMinuteRow());
    out.printf(
        "%-32s %18.1f%n", texts().text("bytes-per-history-row"), figures.bytesPerHistoryRow());
    line(out, "rows-per-second", figures.rowsPerSecond());
    if (!figures.settled()) {
      out.println(texts().text("unsettled"));
    }
    out.println(new ObjectMapper().writeValueAsString(figures));
    out.flush();
  }

  private void line(PrintWriter out, String key, long value) {
    out.printf("%-32s %,18d%n", texts().text(key), value);
  }
}
