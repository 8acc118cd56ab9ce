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

  /** Returns when every record sent was acknowledged or refused, and the truth tells of them. */
  @Override
  public void run() {
    begin();
    try {
      sendAll();
    } catch (InterruptedException | InterruptException e) {
      stopped = true;
    }
    end();
    producer.flush();
    truth.write(tally, options.start(), reached());
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

  private synchronized void begin() {
    runner = Thread.currentThread();
  }

  /** From here on nobody interrupts: what was sent is waited for. */
  private synchronized void end() {
    runner = null;
    Thread.interrupted();
  }
}
