package city.xueliang.notify;

import city.xueliang.domain.text.Texts;
import city.xueliang.feeds.CommandMain;
import city.xueliang.feeds.WrongCommandLine;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command {@code notify}. Speaks the language of {@code --lang} or of the environment variable
 * {@code XUELIANG_LANG}: {@code zh}, the default, or {@code en}. The language of the messages is
 * each channel's own.
 */
@Command(name = "notify", resourceBundle = Notify.HELP)
public final class Notify implements Runnable {
  static final String HELP = "city.xueliang.notify.texts";
  private static final String LANGUAGE = "--lang";
  private static final int HELP_WIDTH = 100;

  private final Texts texts;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "help")
  @SuppressWarnings("UnusedVariable") // only picocli reads it
  private boolean help;

  private Notify(Locale language) {
    this.texts = Texts.of(Notify.class, language);
  }

  /** The command with all its subcommands in this language. */
  public static CommandLine commandLine(Locale language) {
    ResourceBundle help = Texts.of(Notify.class, language).bundle();
    CommandLine command =
        new CommandLine(new Notify(language))
            .addSubcommand(new CommandLine(new RunCommand(language)))
            .addSubcommand(new CommandLine(new CheckCommand(language)))
            .addSubcommand(new CommandLine(new TestCommand(language)));
    command.setResourceBundle(help);
    command.getSubcommands().values().forEach(sub -> sub.setResourceBundle(help));
    return command
        .setUsageHelpWidth(HELP_WIDTH)
        .setParameterExceptionHandler(new WrongCommandLine(language));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), texts.text("subcommand-needed"));
  }

  /** Runs a command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Optional<Locale> asked = asked(Arrays.asList(arguments));
    CommandMain.run(language -> commandLine(asked.orElse(language)), arguments);
  }

  /** The language must be known before the command line is read, for what is wrong with it. */
  static Optional<Locale> asked(List<String> arguments) {
    int place = arguments.indexOf(LANGUAGE);
    return arguments.stream()
        .filter(argument -> argument.startsWith(LANGUAGE + "="))
        .map(argument -> argument.substring(LANGUAGE.length() + 1))
        .findFirst()
        .or(
            () ->
                place >= 0 && place + 1 < arguments.size()
                    ? Optional.of(arguments.get(place + 1))
                    : Optional.empty())
        .map(Texts::language);
  }
}
