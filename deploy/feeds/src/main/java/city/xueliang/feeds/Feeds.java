package city.xueliang.feeds;

import city.xueliang.domain.text.Texts;
import city.xueliang.feeds.registry.PublishCommand;
import city.xueliang.feeds.replay.ReplayCommand;
import city.xueliang.feeds.simulate.SimulateCommand;
import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command {@code feeds}. Speaks the language that the environment variable {@code
 * XUELIANG_LANG} asks for: {@code zh}, the default, or {@code en}.
 */
@Command(name = "feeds", resourceBundle = Feeds.HELP)
public final class Feeds implements Runnable {
  static final String HELP = "city.xueliang.feeds.texts";
  private static final int HELP_WIDTH = 100;

  private final Texts texts;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true)
  @SuppressWarnings("UnusedVariable") // only picocli reads it
  private boolean help;

  private Feeds(Locale language) {
    this.texts = Texts.of(Feeds.class, language);
  }

  /** The command with all its subcommands in this language. */
  public static CommandLine commandLine(Locale language) {
    ResourceBundle help = Texts.of(Feeds.class, language).bundle();
    return new CommandLine(new Feeds(language))
        .setResourceBundle(help)
        .addSubcommand(PublishCommand.commandLine(language))
        .addSubcommand(ReplayCommand.commandLine(language))
        .addSubcommand(SimulateCommand.commandLine(language))
        .setUsageHelpWidth(HELP_WIDTH)
        .setParameterExceptionHandler(new WrongCommandLine(language))
        .setExecutionExceptionHandler(new FailedCommand(language));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), texts.text("subcommand-needed"));
  }

  /** Runs a command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    CommandMain.run(Feeds::commandLine, arguments);
  }
}
