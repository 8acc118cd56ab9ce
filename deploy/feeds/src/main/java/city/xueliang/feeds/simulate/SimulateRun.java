package city.xueliang.feeds.simulate;

import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.Registry;
import city.xueliang.domain.text.Texts;
import city.xueliang.feeds.registry.RegistryPublisher;
import city.xueliang.feeds.send.BrokerCheck;
import city.xueliang.feeds.send.FeedCounts;
import city.xueliang.feeds.send.FeedProducer;
import city.xueliang.feeds.send.InterruptOnShutdown;
import city.xueliang.feeds.send.Pacer;
import city.xueliang.feeds.send.ProgressLine;
import city.xueliang.feeds.simulate.fault.Flaw;
import city.xueliang.schemas.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import picocli.CommandLine;

/** One run of the command, from the registry to the summary. The results are its exit codes. */
final class SimulateRun {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_INPUT = 2;
  static final int STOPPED = 130;

  /** In which a simulator of many devices is made, so that live times do not lag behind. */
  private static final Duration PREPARATION = Duration.ofSeconds(2);

  private final PrintWriter out;
  private final PrintWriter err;
  private final Locale language;
  private final Texts texts;
  private final Registry city;
  private final SimulationOptions options;
  private final Clock startClock;

  /**
   * @param startClock by which the simulated time starts when all is ready; null: as in the options
   */
  SimulateRun(
      CommandLine command,
      Locale language,
      Registry city,
      SimulationOptions options,
      Clock startClock) {
    this.out = command.getOut();
    this.err = command.getErr();
    this.language = language;
    this.texts = Texts.of(SimulateRun.class, language);
    this.city = city;
    this.options = options;
    this.startClock = startClock;
  }

  /** Tells if the rate is too low for devices to be heard as often as the registry expects. */
  void warnOfIntervals() {
    int devices = city.devices().size();
    double turn = devices / options.rate();
    long sooner =
        city.devices().stream().filter(device -> device.reportIntervalSeconds() < turn).count();
    if (sooner > 0) {
      int shortest =
          city.devices().stream().mapToInt(Device::reportIntervalSeconds).min().orElseThrow();
      err.println(
          texts.text(
              "intervals",
              Math.round(turn),
              sooner,
              devices,
              (long) Math.ceil((double) devices / shortest)));
    }
  }

  /**
   * Publishes and sends.
   *
   * @param truthFile null: no ground truth is kept
   */
  int to(String bootstrap, boolean publish, Pacer pacer, Path truthFile) throws IOException {
    InterruptOnShutdown shutdown = InterruptOnShutdown.watch();
    try (GroundTruth truth =
        truthFile == null ? GroundTruth.nowhere() : GroundTruth.to(truthFile)) {
      if (!isReady(bootstrap, publish) || (publish && !published(bootstrap))) {
        return FAILED;
      }
      return send(bootstrap, pacer, truth);
    } catch (InterruptedException | InterruptException e) {
      return STOPPED;
    } finally {
      // only now: the process must not be gone before all is told
      shutdown.close();
    }
  }

  private boolean isReady(String bootstrap, boolean publish) throws InterruptedException {
    List<String> topics = new ArrayList<>(List.of(Topics.CAMERA_EVENTS, Topics.SENSOR_READINGS));
    if (publish) {
      topics.addAll(List.of(Topics.PLACES, Topics.DEVICES));
    }
    Optional<String> obstacle =
        BrokerCheck.obstacle(bootstrap, topics, Texts.of(BrokerCheck.class, language));
    obstacle.ifPresent(err::println);
    return obstacle.isEmpty();
  }

  private boolean published(String bootstrap) {
    try (RegistryPublisher publisher = RegistryPublisher.to(bootstrap)) {
      publisher.publish(city);
      out.println(texts.text("published", bootstrap));
      return true;
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      err.println(texts.text("publish-failed", bootstrap, e.getMessage()));
      return false;
    }
  }

  private int send(String bootstrap, Pacer pacer, GroundTruth truth) throws InterruptedException {
    SimulationOptions timed =
        startClock == null
            ? options
            : options.withStart(
                startClock.instant().truncatedTo(ChronoUnit.MILLIS).plus(PREPARATION));
    FeedProducer producer = new FeedProducer(bootstrap);
    Simulator simulator;
    try (producer) {
      simulator = new Simulator(city, timed, pacer, producer, truth);
      tellCity(timed);
      if (startClock != null) {
        long early = Duration.between(startClock.instant(), timed.start()).toMillis();
        TimeUnit.MILLISECONDS.sleep(early);
      }
      ProgressLine progress = ProgressLine.start(System.err, language, producer, pacer);
      try (progress) {
        simulator.run();
      }
    }
    return conclude(simulator, producer.counts(), producer.firstError());
  }

  private void tellCity(SimulationOptions timed) {
    String rate = BigDecimal.valueOf(timed.rate()).stripTrailingZeros().toPlainString();
    out.println(
        texts.text(
            "city",
            city.places().size(),
            city.devices().size(),
            rate,
            timed.start(),
            timed.seed()));
  }

  private int conclude(Simulator simulator, FeedCounts counts, String firstError) {
    SentTally tally = simulator.tally();
    long malformed = GroundTruth.MALFORMED.stream().mapToLong(tally::sent).sum();
    out.println(
        texts.text(
            "sent",
            tally.sent(),
            tally.sent(Topics.CAMERA_EVENTS),
            tally.sent(Topics.SENSOR_READINGS),
            tally.sent(Flaw.NONE) + tally.sent(Flaw.DISORDERED),
            tally.sent(Flaw.DUPLICATE),
            tally.sent(Flaw.LATE),
            tally.sent(Flaw.CLOCK_AHEAD),
            tally.sent(Flaw.UNKNOWN_DEVICE),
            malformed));
    if (simulator.isStopped()) {
      long open = counts.sent() - counts.acknowledged();
      out.println(texts.text("stopped", simulator.reached(), open));
      return STOPPED;
    }
    if (counts.errors() > 0) {
      err.println(texts.text("refused", counts.errors(), firstError));
      return FAILED;
    }
    return DONE;
  }
}
