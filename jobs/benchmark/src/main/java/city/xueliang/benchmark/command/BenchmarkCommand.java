package city.xueliang.benchmark.command;

import city.xueliang.domain.text.Texts;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A benchmark's command: its language, its help, and how it refuses a wrong option. */
public abstract class BenchmarkCommand implements Callable<Integer> {
  private final Texts texts;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      order = 1)
  @SuppressWarnings("UnusedVariable") // only picocli reads it
  private boolean help;

  /** The texts are those beside the command's class. */
  protected BenchmarkCommand(Locale language) {
    this.texts = Texts.of(getClass(), language);
  }

  /** The command with its messages and its help in its language. */
  protected static CommandLine commandLine(BenchmarkCommand command) {
    return new CommandLine(command).setResourceBundle(command.texts().bundle());
  }

  protected final Texts texts() {
    return texts;
  }

  protected final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Refuses a value beyond these bounds, which are allowed themselves. */
  protected final void check(String option, int value, int least, int greatest) {
    if (value < least || value > greatest) {
      throw wrong("range", option, value, least, greatest);
    }
  }

  /**
   * What refuses the command line.
   *
   * @param key of the text that says why
   */
  protected final ParameterException wrong(String key, Object... arguments) {
    return new ParameterException(spec.commandLine(), texts.text(key, arguments));
  }
}
