package city.xueliang.benchmark.console;

import city.xueliang.benchmark.console.ConsoleFigures.Clients;
import city.xueliang.benchmark.console.ConsoleFigures.Reconnection;
import city.xueliang.benchmark.console.ConsoleFigures.Server;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a console under load and measures it: walls are opened at once, clients connect, alerts
 * change; then all clients come back at once; in the end a real page is watched.
 */
final class ConsoleRun {
  private static final Logger LOG = LoggerFactory.getLogger(ConsoleRun.class);
  private static final String LIVE = "/api/live";
  private static final List<String> PATHS = List.of("/api/places", "/api/map?place=630100", LIVE);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration AWAY = Duration.ofSeconds(2);
  private static final Duration BETWEEN_ASKING = Duration.ofSeconds(1);

  /** Called together, ten times a second, when they first connect. */
  private static final int CALLED_TOGETHER = 50;

  /** What opens and closes beyond the measured time. */
  private static final Duration AROUND = Duration.ofMinutes(5);

  private final ConsoleOptions options;
  private final Path data;
  private final WatchFigures watched = new WatchFigures();

  ConsoleRun(ConsoleOptions options, Path data) {
    this.options = options;
    this.data = data;
  }

  ConsoleFigures measure() throws Exception {
    Clock clock = Clock.systemUTC();
    Path home = Path.of(System.getProperty("xueliang.home", "."));
    SentRevisions sent = new SentRevisions(mostAlerts());
    try (ServedCity city = ServedCity.start(data, home, options.scale(), options.seed());
        AlertLoad load =
            new AlertLoad(
                city.kafka(),
                new AlertLives(city.grids(), options.alerts(), options.seed()),
                sent,
                clock);
        CoverageLoad coverage = new CoverageLoad(city.store(), city.places(), clock)) {
      load.sendBeginning();
      coverage.start();
      try (ServerProcess server =
          ServerProcess.start(city.kafka(), city.store(), options.heapMebibytes())) {
        return measure(city, load, sent, server);
      }
    }
  }

  private ConsoleFigures measure(
      ServedCity city, AlertLoad load, SentRevisions sent, ServerProcess server) throws Exception {
    RestProbe rest = new RestProbe(server.port(), PATHS);
    await(() -> rest.answer("/ready").equals("ready"));
    LOG.info("The console knows the city; {} walls are opened", options.walls());
    load.start(options.changes());
    long opened = System.nanoTime();
    rest.open(options.walls());
    double openingSeconds = secondsSince(opened);
    var opening = rest.takeFigures();

    String id = new ObjectMapper().readTree(rest.answer(LIVE)).get("id").asText();
    long knownSince = System.nanoTime();
    try (WatchingClients clients =
        new WatchingClients(server.port(), options.clients(), sent, watched, id)) {
      connect(clients);
      double connectSeconds = secondsSince(knownSince);
      LOG.info("{} clients watch after {} s", clients.watching(), connectSeconds);
      askFor(WARM_UP, rest);
      rest.takeFigures();
      watched.restart();
      Usage before = Usage.of(server);
      askFor(options.span(), rest);
      Usage after = Usage.of(server);
      var delays = watched.delays();
      var beats = watched.beats();
      long bytes = watched.bytes();
      long changes = Math.round(options.changes() * after.secondsSince(before));
      load.stop();
      await(() -> clients.missed(knownSince) == 0);
      Clients seen =
          new Clients(
              options.clients(),
              clients.watching(),
              connectSeconds,
              clients.missed(knownSince),
              watched.connectionsLost(),
              watched.resets(),
              delays,
              beats,
              Math.round(
                  bytes * 3_600 / after.secondsSince(before) / Math.max(1, options.clients())));
      var asked = rest.takeFigures();
      Server used =
          new Server(
              ServerProcess.CORES,
              after.serverCores(before),
              after.server().heapBytes(),
              after.server().heapCommittedBytes(),
              server.peakResidentBytes());
      Reconnection reconnection = comeBack(clients, load, knownSince);
      clients.hangUp();
      return new ConsoleFigures(
          city.grids().size(),
          city.devices(),
          options.alerts(),
          after.secondsSince(before),
          changes,
          seen,
          reconnection,
          used,
          after.ownCores(before),
          opening,
          openingSeconds,
          asked,
          look(city, load, server));
    }
  }

  private void connect(WatchingClients clients) throws InterruptedException {
    for (int from = 0; from < options.clients(); from += CALLED_TOGETHER) {
      clients.call(from, Math.min(options.clients(), from + CALLED_TOGETHER));
      TimeUnit.MILLISECONDS.sleep(100);
    }
    await(() -> clients.watching() == options.clients());
  }

  private Reconnection comeBack(WatchingClients clients, AlertLoad load, long knownSince)
      throws InterruptedException {
    clients.hangUp();
    load.start(options.changes());
    TimeUnit.MILLISECONDS.sleep(AWAY.toMillis());
    watched.restart();
    long start = System.nanoTime();
    clients.call(0, options.clients());
    await(() -> clients.watching() == options.clients());
    double seconds = secondsSince(start);
    load.stop();
    await(() -> clients.missed(knownSince) == 0);
    LOG.info("All are back after {} s", seconds);
    return new Reconnection(
        clients.watching(),
        seconds,
        clients.missed(knownSince),
        watched.connectionsLost(),
        watched.resets(),
        AWAY.toMillis(),
        watched.beginnings());
  }

  private PageFigures look(ServedCity city, AlertLoad load, ServerProcess server)
      throws InterruptedException {
    if (!options.withBrowser()) {
      return null;
    }
    load.start(options.changes());
    try {
      return new PageProbe(server.port(), city.grids().size()).look(options.span());
    } finally {
      load.stop();
    }
  }

  /** Asks what a page asks, every second. */
  private static void askFor(Duration span, RestProbe rest) throws InterruptedException {
    long end = System.nanoTime() + span.toNanos();
    while (System.nanoTime() < end) {
      long next = System.nanoTime() + BETWEEN_ASKING.toNanos();
      rest.open(1);
      TimeUnit.NANOSECONDS.sleep(Math.max(0, Math.min(next, end) - System.nanoTime()));
    }
  }

  /** Until it is so, or for as long as there is patience: the figures tell. */
  private static void await(BooleanSupplier isSo) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isSo.getAsBoolean() && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private int mostAlerts() {
    long changes = options.changes() * (AROUND.toSeconds() + 2 * options.span().toSeconds());
    return Math.toIntExact(options.alerts() + 2 * changes / AlertLives.REVISIONS + 100);
  }

  private static double secondsSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }

  /** What both processes had used at a moment. */
  private record Usage(long nanos, ServerMain.Used server, long ownCpuNanos) {
    static Usage of(ServerProcess server) throws IOException {
      var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
      return new Usage(System.nanoTime(), server.used(), system.getProcessCpuTime());
    }

    double secondsSince(Usage before) {
      return (nanos - before.nanos) / 1e9;
    }

    double serverCores(Usage before) {
      return (server.cpuNanos() - before.server.cpuNanos()) / 1e9 / secondsSince(before);
    }

    double ownCores(Usage before) {
      return (ownCpuNanos - before.ownCpuNanos) / 1e9 / secondsSince(before);
    }
  }
}
