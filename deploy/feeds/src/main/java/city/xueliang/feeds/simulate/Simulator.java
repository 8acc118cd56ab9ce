package city.xueliang.feeds.simulate;

import city.xueliang.domain.place.Registry;
import city.xueliang.feeds.send.FeedProducer;
import city.xueliang.feeds.send.Pacer;
import city.xueliang.feeds.simulate.option.WrongOptionException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Sends a simulated city's records on schedule until its time is over, it is stopped or its thread
 * is interrupted. Producer and ground truth stay open. Runs once.
 */
public final class Simulator implements Runnable {
  private final SimulationOptions options;
  private final Simulation simulation;
  private final Pacer pacer;
  private final FeedProducer producer;
  private final GroundTruth truth;
  private final SentTally tally = new SentTally();

  private Thread runner;
  private boolean told;
  private volatile boolean stopped;
  private volatile long reached;

  /**
   * @throws WrongOptionException if the city has no device in service, or too few for the rate
   */
  public Simulator(
      Registry city,
      SimulationOptions options,
      Pacer pacer,
      FeedProducer producer,
      GroundTruth truth) {
    this.options = options;
    this.simulation = new Simulation(city, options, truth::write);
    this.pacer = pacer;
    this.producer = producer;
    this.truth = truth;
    this.reached = options.start().toEpochMilli();
  }

  /**
   * Returns when its time is over and every record was acknowledged or refused; or soon after it
   * was stopped, with records still under way, for which the producer's end waits a little. Either
   * way the truth tells of all that was sent.
   */
  @Override
  public void run() {
    begin();
    try {
      sendAll();
      writeTruth();
      if (!stopped) {
        producer.flush();
      }
    } catch (InterruptedException | InterruptException e) {
      stopped = true;
    } finally {
      end();
    }
    // An interrupt came before or while the rest was waited for.
    writeTruth();
  }

  /** Asks to end; {@link #run} returns soon after. For any thread, at any time. */
  public synchronized void stop() {
    stopped = true;
    if (runner != null) {
      runner.interrupt();
    }
  }

  /** Whether it ended, or will end, before its time was over. */
  public boolean isStopped() {
    return stopped;
  }

  /** What was sent until now. */
  public SentTally tally() {
    return tally;
  }

  /** The simulated time until now. */
  public Instant reached() {
    return Instant.ofEpochMilli(reached);
  }

  private void sendAll() throws InterruptedException {
    while (!stopped && simulation.hasNext()) {
      SimulatedRecord record = simulation.next();
      pacer.await(record.at());
      producer.sendRaw(
          record.topic(), record.key().getBytes(StandardCharsets.US_ASCII), record.value());
      tally.add(record);
      reached = record.at();
    }
  }

  /** Once, whatever ended it. */
  private void writeTruth() {
    if (!told) {
      told = true;
      truth.write(tally, options.start(), reached());
    }
  }

  private synchronized void begin() {
    runner = Thread.currentThread();
  }

  /** From here on nobody interrupts. */
  private synchronized void end() {
    runner = null;
    Thread.interrupted();
  }
}
