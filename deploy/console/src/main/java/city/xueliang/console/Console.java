package city.xueliang.console;

import city.xueliang.console.options.ConsoleOptions;
import city.xueliang.console.options.WrongOptionException;
import city.xueliang.domain.text.Texts;
import city.xueliang.feeds.CommandMain;
import city.xueliang.feeds.WrongCommandLine;
import city.xueliang.feeds.send.BrokerCheck;
import city.xueliang.schemas.Topics;
import io.javalin.util.JavalinBindException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The command {@code console}: serves the command centre's page until the process is ended. Speaks
 * the language that the environment variable {@code XUELIANG_LANG} asks for: {@code zh}, the
 * default, or {@code en}. Exit codes: 2 the command line is not valid, or not safe; 1 it could not
 * start.
 */
@Command(name = "console")
public final class Console implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int INVALID = 2;
  private static final int HELP_WIDTH = 100;

  /** That it reads and writes. */
  static final List<String> TOPICS =
      List.of(
          Topics.PLACES,
          Topics.DEVICES,
          Topics.RULES,
          Topics.ALERTS,
          Topics.PLACE_METRICS,
          Topics.REJECTED_RECORDS,
          Topics.DISPATCH_ACTIONS,
          Topics.AUDIT_RECORDS);

  private final Locale language;
  private final Texts texts;
  private final Map<String, String> environment;

  @Spec private CommandSpec spec;
  @Mixin private ConsoleOptions options;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "help")
  @SuppressWarnings("UnusedVariable") // only picocli reads it
  private boolean help;

  private Console(Locale language, Map<String, String> environment) {
    this.language = language;
    this.texts = Texts.of(ConsoleOptions.class, language);
    this.environment = environment;
  }

  /**
   * The command in this language.
   *
   * @param environment variables of the process
   */
  static CommandLine commandLine(Locale language, Map<String, String> environment) {
    Console console = new Console(language, environment);
    return new CommandLine(console)
        .setResourceBundle(console.texts.bundle())
        .setUsageHelpWidth(HELP_WIDTH)
        .setParameterExceptionHandler(new WrongCommandLine(language));
  }

  /** Runs a command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    CommandMain.run(language -> commandLine(language, System.getenv()), arguments);
  }

  @Override
  public Integer call() throws InterruptedException {
    ConsoleSettings settings;
    try {
      settings = options.settings(environment);
    } catch (WrongOptionException e) {
      complain(e.key(), e.arguments().toArray());
      return INVALID;
    }
    Optional<String> obstacle =
        BrokerCheck.obstacle(settings.kafka(), TOPICS, Texts.of(BrokerCheck.class, language));
    if (obstacle.isPresent()) {
      spec.commandLine().getErr().println(obstacle.get());
      return FAILED;
    }
    try {
      ConsoleServer server = ConsoleServer.start(settings);
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
      spec.commandLine().getOut().println(texts.text("started", address(settings, server.port())));
    } catch (JavalinBindException e) {
      complain("not-started", e.getMessage());
      return FAILED;
    }
    // SIGTERM and SIGINT end the process, by way of the hook.
    new CountDownLatch(1).await();
    return 0;
  }

  private static String address(ConsoleSettings settings, int port) {
    return settings
        .access()
        .proxy()
        .map(proxy -> proxy.publicUrl().toString())
        .orElseGet(
            () ->
                "%s://%s:%d"
                    .formatted(
                        settings.access().isHttps() ? "https" : "http", settings.bind(), port));
  }

  private void complain(String key, Object... arguments) {
    spec.commandLine().getErr().println(texts.text(key, arguments));
  }
}
