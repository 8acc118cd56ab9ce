package city.xueliang.feeds.simulate;

import city.xueliang.domain.config.DurationText;
import city.xueliang.domain.place.Registry;
import city.xueliang.domain.text.Texts;
import city.xueliang.feeds.registry.InvalidRegistryException;
import city.xueliang.feeds.registry.RegistryFiles;
import city.xueliang.feeds.send.PaceClock;
import city.xueliang.feeds.send.Pacer;
import city.xueliang.feeds.simulate.city.CityOptions;
import city.xueliang.feeds.simulate.city.SimulatedCity;
import city.xueliang.feeds.simulate.fault.FaultOptions;
import city.xueliang.feeds.simulate.option.WrongOptionException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code feeds simulate}. Ends with 0 when its time is over, 1 if Kafka could not be reached or
 * refused records, 2 if command line or files are wrong, 130 if it was stopped.
 */
@Command(name = "simulate", resourceBundle = SimulateCommand.HELP, sortOptions = false)
public final class SimulateCommand implements Callable<Integer> {
  static final String HELP = "city.xueliang.feeds.simulate.texts";

  private static final String FOREVER = "forever";

  private final Locale language;
  private final Texts texts;
  private final Clock clock;

  @Spec private CommandSpec spec;

  @Option(
      names = "--bootstrap",
      defaultValue = "127.0.0.1:19092",
      paramLabel = "HOST:PORT",
      descriptionKey = "bootstrap")
  private String bootstrap;

  @Option(names = "--rate", defaultValue = "500", paramLabel = "N", descriptionKey = "rate")
  private double rate;

  @Option(
      names = "--duration",
      defaultValue = FOREVER,
      paramLabel = "10m",
      descriptionKey = "duration")
  private String duration;

  @Option(names = "--seed", defaultValue = "1", paramLabel = "N", descriptionKey = "seed")
  private long seed;

  @Option(names = "--scale", defaultValue = "1.0", paramLabel = "N", descriptionKey = "scale")
  private double scale;

  @Option(names = "--places", arity = "1..*", paramLabel = "FILE", descriptionKey = "places")
  private List<Path> places = List.of();

  @Option(names = "--truth", paramLabel = "FILE", descriptionKey = "truth")
  private Path truth;

  @Option(
      names = "--incidents-per-hour",
      defaultValue = "20",
      paramLabel = "N",
      descriptionKey = "incidents-per-hour")
  private double incidentsPerHour;

  @Option(
      names = "--faults",
      defaultValue = "on",
      paramLabel = "on|off|late=0,...",
      descriptionKey = "faults")
  private String faults;

  @Option(names = "--start-at", paramLabel = "INSTANT", descriptionKey = "start-at")
  private Instant startAt;

  @Option(names = "--speed", defaultValue = "1", paramLabel = "N", descriptionKey = "speed")
  private double speed;

  @Option(
      names = "--publish-registry",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      descriptionKey = "publish-registry")
  private boolean publishRegistry;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "help")
  @SuppressWarnings("UnusedVariable") // only picocli reads it
  private boolean help;

  SimulateCommand(Locale language, Clock clock) {
    this.language = language;
    this.texts = Texts.of(SimulateCommand.class, language);
    this.clock = clock;
  }

  /** The command with its messages and its help in this language. */
  public static CommandLine commandLine(Locale language) {
    return commandLine(language, Clock.systemUTC());
  }

  /**
   * @param clock by which a simulation starts that has no start of its own
   */
  static CommandLine commandLine(Locale language, Clock clock) {
    ResourceBundle help = Texts.of(SimulateCommand.class, language).bundle();
    return new CommandLine(new SimulateCommand(language, clock)).setResourceBundle(help);
  }

  @Override
  public Integer call() throws IOException {
    Pacer pacer = pacer();
    try {
      SimulationOptions options = options();
      SimulateRun run =
          new SimulateRun(
              spec.commandLine(), language, city(), options, startAt == null ? clock : null);
      run.warnOfIntervals();
      return run.to(bootstrap, publishRegistry, pacer, truth);
    } catch (WrongOptionException e) {
      throw new ParameterException(spec.commandLine(), e.text(language), e);
    } catch (InvalidRegistryException e) {
      e.lines(language).forEach(spec.commandLine().getErr()::println);
      return SimulateRun.WRONG_INPUT;
    }
  }

  private SimulationOptions options() {
    Instant start = startAt == null ? clock.instant() : startAt;
    return new SimulationOptions(
        seed,
        start,
        rate,
        span(),
        incidentsPerHour,
        FaultOptions.parse(faults),
        SimulationOptions.ZONE);
  }

  private Duration span() {
    return duration.equals(FOREVER)
        ? null
        : DurationText.parse(duration).orElseThrow(() -> wrong("duration-wrong", duration));
  }

  private Pacer pacer() {
    if (speed == 0) {
      return Pacer.asFastAsPossible();
    }
    if (!(speed > 0) || Double.isInfinite(speed)) {
      throw wrong("speed-wrong", speed);
    }
    return Pacer.atSpeed(speed, PaceClock.SYSTEM);
  }

  private Registry city() throws InvalidRegistryException {
    CityOptions options = new CityOptions(seed, scale, rate);
    return places.isEmpty()
        ? SimulatedCity.xining(options)
        : SimulatedCity.completing(RegistryFiles.read(places), options);
  }

  private ParameterException wrong(String key, Object... arguments) {
    return new ParameterException(spec.commandLine(), texts.text(key, arguments));
  }
}
