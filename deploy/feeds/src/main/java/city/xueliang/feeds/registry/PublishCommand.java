package city.xueliang.feeds.registry;

import city.xueliang.domain.place.Device;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.Registry;
import city.xueliang.domain.text.Texts;
import city.xueliang.feeds.send.BrokerCheck;
import city.xueliang.schemas.Topics;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Checks registry files and publishes them. Exit code 0: done; 2: the files or the command line are
 * not valid; 1: the broker did not take them.
 */
@Command(name = "publish", resourceBundle = PublishCommand.HELP)
public final class PublishCommand implements Callable<Integer> {
  static final String HELP = "city.xueliang.feeds.registry.texts";

  private static final int DONE = 0;
  private static final int BROKER_FAILED = 1;
  private static final int INVALID = 2;

  private final Locale language;
  private final Texts texts;

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "publish.files")
  private List<Path> files;

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:19092",
      descriptionKey = "publish.bootstrap")
  private String bootstrap;

  @Option(names = "--prune", descriptionKey = "publish.prune")
  private boolean prune;

  @Option(names = "--check", descriptionKey = "publish.check")
  private boolean checkOnly;

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      defaultValue = "Asia/Shanghai",
      descriptionKey = "publish.time-zone")
  private ZoneId zone;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "publish.help")
  @SuppressWarnings("UnusedVariable") // only picocli reads it
  private boolean help;

  private PublishCommand(Locale language) {
    this.language = language;
    this.texts = Texts.of(PublishCommand.class, language);
  }

  /** The command with its messages and its help in this language. */
  public static CommandLine commandLine(Locale language) {
    ResourceBundle help = Texts.of(PublishCommand.class, language).bundle();
    return new CommandLine(new PublishCommand(language)).setResourceBundle(help);
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    Registry registry;
    try {
      registry = RegistryFiles.read(files, zone);
    } catch (InvalidRegistryException e) {
      e.lines(language).forEach(err::println);
      err.println(texts.text("publish.invalid", e.problems().size()));
      return INVALID;
    }
    if (checkOnly) {
      tell("publish.checked", registry.places().size(), registry.devices().size());
      return DONE;
    }
    Optional<String> obstacle =
        BrokerCheck.obstacle(
            bootstrap,
            List.of(Topics.PLACES, Topics.DEVICES),
            Texts.of(BrokerCheck.class, language));
    if (obstacle.isPresent()) {
      err.println(obstacle.get());
      return BROKER_FAILED;
    }
    try {
      publish(registry);
      return DONE;
    } catch (KafkaException e) {
      // The outer exception of a client that could not be built says nothing about the reason.
      Throwable reason = e.getCause() == null ? e : e.getCause();
      err.println(texts.text("publish.broker-failed", bootstrap, reason.getMessage()));
      return BROKER_FAILED;
    }
  }

  private void publish(Registry registry) {
    RegistryTopics topics = new RegistryTopics(bootstrap);
    try (RegistryPublisher publisher = RegistryPublisher.to(bootstrap)) {
      publisher.publish(registry);
      tell("publish.done", registry.places().size(), registry.devices().size(), bootstrap);
      if (prune) {
        int places =
            remove(publisher, topics, Topics.PLACES, codes(registry.places(), Place::code));
        int devices =
            remove(publisher, topics, Topics.DEVICES, codes(registry.devices(), Device::deviceId));
        tell("publish.pruned", places, devices);
      }
    }
  }

  /** Nothing is removed if the files hold none of the kind: they are then not about that kind. */
  private static int remove(
      RegistryPublisher publisher, RegistryTopics topics, String topic, Set<String> kept) {
    if (kept.isEmpty()) {
      return 0;
    }
    Set<String> gone = new TreeSet<>(topics.keys(topic));
    gone.removeAll(kept);
    publisher.remove(topic, gone);
    return gone.size();
  }

  private static <T> Set<String> codes(List<T> entries, Function<T, String> code) {
    Set<String> codes = new TreeSet<>();
    entries.forEach(entry -> codes.add(code.apply(entry)));
    return codes;
  }

  private void tell(String key, Object... arguments) {
    spec.commandLine().getOut().println(texts.text(key, arguments));
  }
}
