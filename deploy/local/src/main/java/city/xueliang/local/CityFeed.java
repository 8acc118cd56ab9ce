package city.xueliang.local;

import city.xueliang.domain.place.Registry;
import city.xueliang.domain.text.Texts;
import city.xueliang.feeds.send.FeedProducer;
import city.xueliang.feeds.send.PaceClock;
import city.xueliang.feeds.send.Pacer;
import city.xueliang.feeds.simulate.GroundTruth;
import city.xueliang.feeds.simulate.SimulationOptions;
import city.xueliang.feeds.simulate.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The simulator on a thread of its own. */
final class CityFeed implements AutoCloseable {
  private static final DateTimeFormatter FILE_NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z.jsonl'").withZone(ZoneOffset.UTC);

  private final FeedProducer producer;
  private final GroundTruth truth;
  private final Simulator simulator;
  private final Thread thread;
  private final Texts texts;
  private volatile Throwable failure;

  private CityFeed(FeedProducer producer, GroundTruth truth, Simulator simulator, Texts texts) {
    this.texts = texts;
    this.producer = producer;
    this.truth = truth;
    this.simulator = simulator;
    this.thread = new Thread(simulator, "simulator");
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((dead, cause) -> failure = cause);
  }

  /**
   * Starts sending, the first record occurring now.
   *
   * @param truth folder for the file of what truly happens from now on
   */
  static CityFeed start(
      Registry city, CityOptions options, String bootstrap, Path truth, Texts texts)
      throws IOException {
    Instant start = Instant.now();
    SimulationOptions simulation =
        SimulationOptions.of(start, options.rate())
            .withSeed(options.seed())
            .withZone(options.timeZone());
    Files.createDirectories(truth);
    Path file = truth.resolve(FILE_NAME.format(start));
    FeedProducer producer = new FeedProducer(bootstrap);
    GroundTruth groundTruth = GroundTruth.to(file);
    Simulator simulator =
        new Simulator(city, simulation, Pacer.atSpeed(1, PaceClock.SYSTEM), producer, groundTruth);
    CityFeed feed = new CityFeed(producer, groundTruth, simulator, texts);
    feed.thread.start();
    return feed;
  }

  /** Fails if the simulator failed. */
  void requireRunning() throws CityException {
    if (failure != null) {
      throw new CityException(texts.text("feed-failed", failure));
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    simulator.stop();
    thread.join(2_000);
    producer.close();
    truth.close();
  }
}
