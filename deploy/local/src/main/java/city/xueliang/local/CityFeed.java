package city.xueliang.local;

import city.xueliang.domain.place.Registry;
import city.xueliang.feeds.send.FeedProducer;
import city.xueliang.feeds.send.PaceClock;
import city.xueliang.feeds.send.Pacer;
import city.xueliang.feeds.simulate.GroundTruth;
import city.xueliang.feeds.simulate.SimulationOptions;
import city.xueliang.feeds.simulate.Simulator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** The simulator on a thread of its own. */
final class CityFeed implements AutoCloseable {
  private final FeedProducer producer;
  private final GroundTruth truth;
  private final Simulator simulator;
  private final Thread thread;

  private CityFeed(FeedProducer producer, GroundTruth truth, Simulator simulator) {
    this.producer = producer;
    this.truth = truth;
    this.simulator = simulator;
    this.thread = new Thread(simulator, "simulator");
    thread.setDaemon(true);
  }

  /**
   * Starts sending, the first record occurring now.
   *
   * @param truth file for what truly happened
   */
  static CityFeed start(Registry city, CityOptions options, String bootstrap, Path truth)
      throws IOException {
    SimulationOptions simulation =
        SimulationOptions.of(Instant.now(), options.rate()).withSeed(options.seed());
    FeedProducer producer = new FeedProducer(bootstrap);
    GroundTruth groundTruth = GroundTruth.to(truth);
    Simulator simulator =
        new Simulator(city, simulation, Pacer.atSpeed(1, PaceClock.SYSTEM), producer, groundTruth);
    CityFeed feed = new CityFeed(producer, groundTruth, simulator);
    feed.thread.start();
    return feed;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    simulator.stop();
    thread.join(2_000);
    producer.close();
    truth.close();
  }
}
