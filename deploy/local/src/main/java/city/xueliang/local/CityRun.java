package city.xueliang.local;

import city.xueliang.domain.place.Registry;
import city.xueliang.domain.rule.Rulebook;
import city.xueliang.domain.text.Texts;
import city.xueliang.local.flink.JobFigures;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.utils.Exit;

/** One run of a city on the user's screen: from the start to Ctrl-C or to the end of its time. */
final class CityRun {
  private static final Duration LIVE_EVERY = Duration.ofSeconds(3);
  private static final Duration LONGEST_START = Duration.ofSeconds(60);
  private static final Duration LONGEST_STOP = Duration.ofMillis(4_300);

  /**
   * How long the job may go on once it has read everything: enough for the minutes that ended
   * before the feed did. The minute in which it ended is sent by the next start.
   */
  private static final Duration SETTLING = Duration.ofSeconds(8);

  private static final int FAILED = 1;

  private final CityOptions options;
  private final DataFolder folder;
  private final Texts texts;
  private final City city;
  private final JobFigures figures = JobFigures.ofThisJvm();
  private final CountDownLatch interrupted = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  CityRun(CityOptions options, DataFolder folder, Texts texts) {
    this.options = options;
    this.folder = folder;
    this.texts = texts;
    this.city = new City(options, folder, texts);
  }

  /** Returns when the city has ended and is stopped. */
  void run(Registry registry, Rulebook rules) throws Exception {
    Exit.setHaltProcedure(
        (code, message) -> {
          System.err.println(texts.text("broker-halted", folder.log()));
          Runtime.getRuntime().halt(code);
        });
    Runtime.getRuntime().addShutdownHook(new Thread(this::stopOnSignal, "stop-city"));
    try {
      System.out.println(texts.text("starting", options.data(), folder.log()));
      city.start(registry, rules);
      if (!awaitRunning()) {
        return;
      }
      double secondsToReady = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
      showTable(registry, secondsToReady);
      city.startFeed(registry);
      boolean wasInterrupted = watch();
      if (!wasInterrupted) {
        System.out.println(texts.text("settling"));
        city.stopFeed();
        settle();
        System.out.println(CityReport.line(figures, city.placesWithRows(), secondsToReady));
      }
    } finally {
      close();
      ended.countDown();
    }
  }

  /** Whether the job runs; else the user stopped the start. */
  private boolean awaitRunning() throws Exception {
    long deadline = System.nanoTime() + LONGEST_START.toNanos();
    while (!city.isRunning()) {
      if (System.nanoTime() > deadline) {
        throw new CityException(
            texts.text(
                "job-not-running", LONGEST_START.toSeconds(), city.jobStatus(), folder.log()));
      }
      if (interrupted.await(50, TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    return true;
  }

  /** Shows the live figures until the time is over; whether the user ended it before. */
  private boolean watch() throws Exception {
    LiveLine live = new LiveLine(figures, texts);
    long end =
        options.span() == null ? Long.MAX_VALUE : System.nanoTime() + options.span().toNanos();
    while (true) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      if (interrupted.await(Math.min(left, LIVE_EVERY.toNanos()), TimeUnit.NANOSECONDS)) {
        return true;
      }
      folder.requireSpaceToRun(texts);
      city.requireFeed();
      System.out.println(live.next(LocalTime.now(ZoneId.systemDefault()), city.jobStatus()));
    }
  }

  private void settle() throws InterruptedException {
    long deadline = System.nanoTime() + LONGEST_START.toNanos();
    while (figures.pending() > 0 && System.nanoTime() < deadline) {
      if (interrupted.await(200, TimeUnit.MILLISECONDS)) {
        return;
      }
    }
    boolean ignored = interrupted.await(SETTLING.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void showTable(Registry registry, double secondsToReady)
      throws InterruptedException, ExecutionException {
    System.out.println(texts.text("ready", "%.1f".formatted(secondsToReady)));
    row("table-console", city.consoleAddress());
    row("table-kafka", city.kafkaAddress());
    row("table-store", city.storeAddress());
    row("table-flink", city.flinkAddress());
    row("table-metrics", city.metricsAddress());
    row("table-registry", registry.places().size(), registry.devices().size());
    row("table-rules", city.rulesInForce());
    row("table-data", options.data());
    if (options.rate() > 0) {
      row("table-feed", "%.0f".formatted(options.rate()), options.seed(), folder.truth());
    }
    city.startedFrom().ifPresent(checkpoint -> row("table-restored", checkpoint.getFileName()));
    System.out.println(texts.text("stop-hint"));
  }

  private void row(String key, Object... values) {
    System.out.println("  " + texts.text(key, values));
  }

  /** Runs when the JVM is told to end; also when the city has ended by itself. */
  private void stopOnSignal() {
    if (ended.getCount() == 0) {
      return;
    }
    System.out.println(texts.text("stopping"));
    interrupted.countDown();
    try {
      if (!ended.await(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        // Everything is safe on disk, as after a kill; the user asked to leave.
        Runtime.getRuntime().halt(FAILED);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.out.println(texts.text("stopped"));
  }

  private void close() throws Exception {
    city.close();
  }
}
