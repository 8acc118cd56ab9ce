package city.xueliang.rules;

import city.xueliang.domain.text.Texts;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all subcommands share: their language and how they speak to the user. */
@Command(resourceBundle = Rules.TEXTS)
abstract class RulesCommand implements Callable<Integer> {
  static final int DONE = 0;
  static final int BROKER_FAILED = 1;
  static final int INVALID = 2;

  private final Locale language;
  private final Texts texts;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "help")
  @SuppressWarnings("UnusedVariable") // only picocli reads it
  private boolean help;

  RulesCommand(Locale language) {
    this.language = language;
    this.texts = Texts.of(Rules.class, language);
  }

  final Locale language() {
    return language;
  }

  final Texts texts() {
    return texts;
  }

  final void tell(String key, Object... arguments) {
    line(texts.text(key, arguments));
  }

  final void line(String text) {
    spec.commandLine().getOut().println(text);
  }

  final void warn(String key, Object... arguments) {
    complaint(texts.text(key, arguments));
  }

  final void complaint(String text) {
    spec.commandLine().getErr().println(text);
  }
}
