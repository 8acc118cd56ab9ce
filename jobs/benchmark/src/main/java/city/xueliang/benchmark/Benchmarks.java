package city.xueliang.benchmark;

import city.xueliang.benchmark.console.ConsoleCommand;
import city.xueliang.benchmark.counts.CountsCommand;
import city.xueliang.benchmark.day.DayCommand;
import city.xueliang.benchmark.nab.NabCommand;
import city.xueliang.benchmark.sizing.SizingCommand;
import city.xueliang.benchmark.week.WeekCommand;
import city.xueliang.domain.text.Texts;
import city.xueliang.feeds.CommandMain;
import city.xueliang.feeds.WrongCommandLine;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command {@code jobs/benchmark/run}: what the figures of the documentation come from. Each
 * benchmark prints a table for people and, as the last line, one JSON object with all its figures.
 */
@Command(name = "jobs/benchmark/run", resourceBundle = Benchmarks.HELP)
public final class Benchmarks implements Runnable {
  static final String HELP = "city.xueliang.benchmark.texts";
  private static final int HELP_WIDTH = 100;

  private final Texts texts;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true)
  @SuppressWarnings("UnusedVariable") // only picocli reads it
  private boolean help;

  private Benchmarks(Locale language) {
    this.texts = Texts.of(Benchmarks.class, language);
  }

  /** The command with all its benchmarks in this language. */
  public static CommandLine commandLine(Locale language) {
    return new CommandLine(new Benchmarks(language))
        .setResourceBundle(Texts.of(Benchmarks.class, language).bundle())
        .addSubcommand(ConsoleCommand.commandLine(language))
        .addSubcommand(CountsCommand.commandLine(language))
        .addSubcommand(DayCommand.commandLine(language))
        .addSubcommand(NabCommand.commandLine(language))
        .addSubcommand(SizingCommand.commandLine(language))
        .addSubcommand(WeekCommand.commandLine(language))
        .setUsageHelpWidth(HELP_WIDTH)
        .setParameterExceptionHandler(new WrongCommandLine(language));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), texts.text("benchmark-needed"));
  }

  /** Runs a command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    CommandMain.run(Benchmarks::commandLine, arguments);
  }
}
