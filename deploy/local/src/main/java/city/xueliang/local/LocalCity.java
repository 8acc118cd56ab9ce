package city.xueliang.local;

import city.xueliang.domain.config.DurationText;
import city.xueliang.domain.place.Registry;
import city.xueliang.domain.rule.InvalidRulesException;
import city.xueliang.domain.rule.RuleFiles;
import city.xueliang.domain.rule.Rulebook;
import city.xueliang.domain.text.Texts;
import city.xueliang.embedded.LoopbackPorts;
import city.xueliang.embedded.PortInUseException;
import city.xueliang.feeds.WrongCommandLine;
import city.xueliang.feeds.registry.InvalidRegistryException;
import city.xueliang.feeds.registry.RegistryFiles;
import city.xueliang.feeds.simulate.city.SimulatedCity;
import city.xueliang.local.CityOptions.Influx;
import city.xueliang.local.CityOptions.Ports;
import city.xueliang.placewatch.PlaceWatchOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that runs a whole city on one machine. */
@Command(name = "deploy/local/run", sortOptions = false, usageHelpAutoWidth = true)
public final class LocalCity implements Callable<Integer> {
  private static final double USUAL_RATE = 500;
  private static final double MOST_RATE = 200_000;
  private static final double LEAST_SCALE = 0.001;
  private static final double MOST_SCALE = 15;
  private static final int MOST_PORT = 65_535;
  private static final String LANGUAGE_VARIABLE = "XUELIANG_LANG";

  @Spec private CommandSpec command;

  @Option(names = "--for", paramLabel = "DURATION", converter = SpanConverter.class)
  private Duration span;

  @Option(names = "--rate", paramLabel = "N", defaultValue = "500")
  private double rate;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1")
  private long seed;

  @Option(names = "--scale", paramLabel = "X", defaultValue = "1")
  private double scale;

  @Option(names = "--places", paramLabel = "FILE")
  private List<Path> places = new ArrayList<>();

  @Option(names = "--rules", paramLabel = "FILE")
  private Path rules;

  @Option(names = "--data", paramLabel = "DIR", defaultValue = "${sys:xueliang.home}/.local-city")
  private Path data;

  @Option(names = "--fresh")
  private boolean fresh;

  @Option(names = "--time-zone", paramLabel = "ZONE", defaultValue = "Asia/Shanghai")
  private String timeZone;

  @Option(names = "--ahead-of-clock")
  private boolean aheadOfClock;

  @Option(names = "--kafka-port", paramLabel = "PORT", defaultValue = "19092")
  private int kafkaPort;

  @Option(names = "--store-port", paramLabel = "PORT", defaultValue = "19000")
  private int storePort;

  @Option(names = "--flink-port", paramLabel = "PORT", defaultValue = "18081")
  private int flinkPort;

  @Option(names = "--metrics-port", paramLabel = "PORT", defaultValue = "19249")
  private int metricsPort;

  @Option(names = "--console-port", paramLabel = "PORT", defaultValue = "8088")
  private int consolePort;

  @Option(names = "--influx-url", paramLabel = "URL")
  private String influxUrl;

  @Option(names = "--influx-org", paramLabel = "NAME", defaultValue = "xueliang")
  private String influxOrg;

  @Option(names = "--influx-bucket", paramLabel = "NAME", defaultValue = "xueliang")
  private String influxBucket;

  @Option(names = "--influx-history-bucket", paramLabel = "NAME", defaultValue = "xueliang_history")
  private String influxHistoryBucket;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true)
  @SuppressWarnings("UnusedVariable") // Only picocli reads it.
  private boolean help;

  private final Locale language = Texts.language(System.getenv(LANGUAGE_VARIABLE));
  private final Texts texts = Texts.of(LocalCity.class, language);

  /** Runs a city; the exit code is 0, 1 for a failure or 2 for a mistake of the user's. */
  public static void main(String[] args) {
    LocalCity city = new LocalCity();
    int code =
        new CommandLine(city)
            .setResourceBundle(city.texts.bundle())
            .setParameterExceptionHandler(new WrongCommandLine(city.language))
            .setExecutionExceptionHandler(
                (failure, command, parsed) ->
                    CityFailure.explain(failure, city.texts, city.language))
            .execute(args);
    // After a failed start, threads of the servers may still be there.
    System.exit(code);
  }

  @Override
  public Integer call() throws Exception {
    CityOptions options = options();
    Rulebook rules = rules(options);
    Registry registry = registry(options);
    try (DataFolder folder = DataFolder.open(options.data(), options.fresh(), texts)) {
      System.setProperty("xueliang.log", folder.log().toString());
      // Before the servers start at once: while it is being set up, logging loses what others say.
      LoggerFactory.getLogger(LocalCity.class).info("City in {}", options.data());
      new CityRun(options, folder, texts).run(registry, rules);
    }
    return CommandLine.ExitCode.OK;
  }

  private CityOptions options() {
    check(rate >= 0 && rate <= MOST_RATE, "--rate", rate, "0 – 200000");
    check(scale >= LEAST_SCALE && scale <= MOST_SCALE, "--scale", scale, "0.001 – 15");
    check(span == null || span.toSeconds() >= 1, "--for", span, "≥ 1s");
    check(
        ZoneId.getAvailableZoneIds().contains(timeZone),
        "--time-zone",
        timeZone,
        "Asia/Shanghai, Australia/Melbourne, …");
    check(
        influxUrl == null || PlaceWatchOptions.isHttp(influxUrl),
        "--influx-url",
        influxUrl,
        "http://host:port, https://host:port");
    List<Integer> ports =
        Stream.of(kafkaPort, storePort, flinkPort, metricsPort, consolePort)
            .filter(p -> p != 0)
            .toList();
    check(
        Set.copyOf(ports).size() == ports.size(),
        "--kafka-port, --store-port, --flink-port, --metrics-port, --console-port",
        ports,
        texts.text("ports-different"));
    return new CityOptions(
        span,
        rate,
        seed,
        scale,
        places,
        rules,
        data.toAbsolutePath().normalize(),
        fresh,
        ZoneId.of(timeZone),
        aheadOfClock,
        new Ports(
            port("--kafka-port", kafkaPort),
            port("--store-port", storePort),
            port("--flink-port", flinkPort),
            port("--metrics-port", metricsPort),
            port("--console-port", consolePort)),
        influxUrl == null ? null : influx());
  }

  private Influx influx() {
    return new Influx(influxUrl, influxOrg, influxBucket, influxHistoryBucket);
  }

  /** Tells of a taken port before anything is started. */
  private int port(String option, int port) {
    check(port >= 0 && port <= MOST_PORT, option, port, "0 – 65535");
    try {
      int free = LoopbackPorts.claim(option, port);
      return port == 0 ? free : port;
    } catch (PortInUseException e) {
      throw new ParameterException(
          command.commandLine(), texts.text("port-taken", port, option), e);
    }
  }

  private void check(boolean allowed, String option, Object value, String range) {
    if (!allowed) {
      throw new ParameterException(
          command.commandLine(), texts.text("option-wrong", option, value, range));
    }
  }

  private static Rulebook rules(CityOptions options) throws IOException, InvalidRulesException {
    Path file =
        options.replacesRules()
            ? options.rules()
            : Path.of(System.getProperty("xueliang.home"), "deploy/rules/default.yaml");
    return new RuleFiles(options.timeZone(), City.SEAT).add(file).read();
  }

  private Registry registry(CityOptions options) throws InvalidRegistryException {
    double pace = options.rate() > 0 ? options.rate() : USUAL_RATE;
    var city = new city.xueliang.feeds.simulate.city.CityOptions(seed, scale, pace);
    return options.places().isEmpty()
        ? SimulatedCity.xining(city)
        : SimulatedCity.completing(RegistryFiles.read(options.places()), city);
  }

  /** Reads spans such as 60s or 1h30m. */
  static final class SpanConverter implements CommandLine.ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      return DurationText.parse(text)
          .orElseThrow(() -> new CommandLine.TypeConversionException(text));
    }
  }
}
