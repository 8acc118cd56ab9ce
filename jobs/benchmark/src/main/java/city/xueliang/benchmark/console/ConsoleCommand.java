package city.xueliang.benchmark.console;

import city.xueliang.benchmark.command.BenchmarkCommand;
import city.xueliang.domain.config.DurationText;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code console}: how many can watch, how soon all see a change, and what that costs. */
@Command(name = "console", resourceBundle = ConsoleCommand.HELP, sortOptions = false)
public final class ConsoleCommand extends BenchmarkCommand {
  static final String HELP = "city.xueliang.benchmark.console.texts";

  private static final double GRIDS_OF_XINING = 3_176;
  private static final int MOST_GRIDS = 30_000;
  private static final int MOST_CLIENTS = 10_000;
  private static final int MOST_ALERTS = 5_000;
  private static final int MOST_CHANGES = 5_000;
  private static final int LEAST_HEAP = 128;
  private static final int MOST_HEAP = 16_384;
  private static final double MEBIBYTE = 1 << 20;

  @Option(names = "--for", defaultValue = "60s", paramLabel = "DURATION")
  private String span;

  @Option(names = "--clients", defaultValue = "2000", paramLabel = "N")
  private int clients;

  @Option(names = "--walls", defaultValue = "200", paramLabel = "N")
  private int walls;

  @Option(names = "--grids", defaultValue = "3176", paramLabel = "N")
  private int grids;

  @Option(names = "--alerts", defaultValue = "500", paramLabel = "N")
  private int alerts;

  @Option(names = "--changes", defaultValue = "50", paramLabel = "N")
  private int changes;

  @Option(names = "--heap", defaultValue = "512", paramLabel = "MIB")
  private int heap;

  @Option(names = "--no-page")
  private boolean withoutPage;

  @Option(names = "--seed", defaultValue = "1", paramLabel = "N")
  private long seed;

  @Option(
      names = "--data",
      defaultValue = "${sys:java.io.tmpdir}/xueliang-console",
      paramLabel = "DIR")
  private Path data;

  ConsoleCommand(Locale language) {
    super(language);
  }

  /** The command with its messages and its help in this language. */
  public static CommandLine commandLine(Locale language) {
    return commandLine(new ConsoleCommand(language));
  }

  @Override
  public Integer call() throws Exception {
    check("--clients", clients, 1, MOST_CLIENTS);
    check("--walls", walls, 1, MOST_CLIENTS);
    check("--grids", grids, 1, MOST_GRIDS);
    check("--alerts", alerts, 1, MOST_ALERTS);
    check("--changes", changes, 1, MOST_CHANGES);
    check("--heap", heap, LEAST_HEAP, MOST_HEAP);
    Duration measured = DurationText.parse(span).orElseThrow(() -> wrong("span-wrong", span));
    ConsoleOptions options =
        new ConsoleOptions(
            grids / GRIDS_OF_XINING,
            alerts,
            changes,
            clients,
            walls,
            measured,
            heap,
            seed,
            !withoutPage);
    ConsoleFigures figures = new ConsoleRun(options, data).measure();
    print(figures);
    return figures.clients().missed() + figures.reconnection().missed() == 0
        ? CommandLine.ExitCode.OK
        : CommandLine.ExitCode.SOFTWARE;
  }

  private void print(ConsoleFigures figures) throws IOException {
    PrintWriter out = out();
    ConsoleFigures.Clients seen = figures.clients();
    ConsoleFigures.Reconnection back = figures.reconnection();
    ConsoleFigures.Server server = figures.server();
    line(
        "city",
        figures.grids(),
        figures.devices(),
        figures.alerts(),
        figures.changes(),
        figures.seconds());
    line(
        "clients",
        seen.connected(),
        seen.wanted(),
        seen.connectSeconds(),
        seen.missed(),
        seen.lost(),
        seen.resets());
    line("delay", seen.delayMillis().p50(), seen.delayMillis().p99(), seen.delayMillis().max());
    line("beats", seen.beatMillis().p99(), seen.beatMillis().max());
    line("bytes", seen.bytesPerClientAndHour() / MEBIBYTE);
    line(
        "back",
        back.connected(),
        back.seconds(),
        back.replayMillis().p99(),
        back.missed(),
        back.resets());
    line(
        "server",
        server.cores(),
        server.coresAllowed(),
        server.heapBytes() / MEBIBYTE,
        server.peakResidentBytes() / MEBIBYTE,
        figures.clientCores());
    line("opening", figures.openingSeconds());
    figures.opening().forEach(this::path);
    line("asked");
    figures.asked().forEach(this::path);
    PageFigures page = figures.page();
    if (page != null) {
      line(
          "page",
          page.firstPaintMillis(),
          page.mapMillis(),
          page.longestTaskMillis(),
          page.busyPercent(),
          page.bytesPerHour() / MEBIBYTE);
    }
    out.println(new ObjectMapper().writeValueAsString(figures));
    out.flush();
  }

  private void path(String path, RestProbe.PathFigures of) {
    line(
        "path",
        path,
        of.bytes(),
        of.gzipBytes(),
        of.millis().p50(),
        of.millis().p99(),
        of.millis().max(),
        of.failures());
  }

  private void line(String key, Object... values) {
    Object[] words =
        Arrays.stream(values)
            .map(value -> value instanceof Double number ? "%,.1f".formatted(number) : value)
            .toArray();
    out().println(texts().text(key, words));
  }
}
