package city.xueliang.rules;

import city.xueliang.domain.text.Texts;
import city.xueliang.feeds.CommandMain;
import city.xueliang.feeds.FailedCommand;
import city.xueliang.feeds.WrongCommandLine;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command {@code rules}. Speaks the language that the environment variable {@code
 * XUELIANG_LANG} asks for: {@code zh}, the default, or {@code en}. Exit codes of all subcommands: 0
 * done; 2 the files or the command line are not valid; 1 the broker did not do its part.
 */
@Command(name = "rules", resourceBundle = Rules.TEXTS)
public final class Rules implements Runnable {
  static final String TEXTS = "city.xueliang.rules.texts";
  private static final int HELP_WIDTH = 100;

  private final Texts texts;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "help")
  @SuppressWarnings("UnusedVariable") // only picocli reads it
  private boolean help;

  private Rules(Locale language) {
    this.texts = Texts.of(Rules.class, language);
  }

  /** The command with all its subcommands in this language. */
  public static CommandLine commandLine(Locale language) {
    ResourceBundle help = Texts.of(Rules.class, language).bundle();
    CommandLine command = new CommandLine(new Rules(language)).setResourceBundle(help);
    List.of(
            new CheckCommand(language),
            new DiffCommand(language),
            new PublishCommand(language),
            new ShowCommand(language),
            new HistoryCommand(language),
            new RollbackCommand(language),
            new SilenceCommand(language))
        .forEach(sub -> command.addSubcommand(new CommandLine(sub).setResourceBundle(help)));
    return command
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
    CommandMain.run(Rules::commandLine, arguments);
  }
}
