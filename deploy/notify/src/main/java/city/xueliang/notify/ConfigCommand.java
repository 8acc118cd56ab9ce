package city.xueliang.notify;

import city.xueliang.domain.text.Texts;
import city.xueliang.notify.config.InvalidNotifyConfigException;
import city.xueliang.notify.config.NotifyConfig;
import city.xueliang.notify.config.NotifyFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * What the commands share: they read the file of channels first. Exit code 0: done; 2: the file or
 * the command line is not valid; 1: what was asked for could not be done.
 */
abstract class ConfigCommand implements Callable<Integer> {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int INVALID = 2;

  private final Locale language;
  private final Texts texts;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "CONFIG", descriptionKey = "config")
  private Path file;

  @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "lang")
  @SuppressWarnings("UnusedVariable") // read before the command line is parsed
  private String lang;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "help")
  @SuppressWarnings("UnusedVariable") // only picocli reads it
  private boolean help;

  ConfigCommand(Locale language) {
    this.language = language;
    this.texts = Texts.of(ConfigCommand.class, language);
  }

  @Override
  public final Integer call() throws InterruptedException {
    NotifyConfig config;
    try {
      config = NotifyFile.read(file, System::getenv);
    } catch (InvalidNotifyConfigException e) {
      e.lines(language).forEach(err()::println);
      complain("invalid", e.problems().size());
      return INVALID;
    } catch (IOException e) {
      complain("file-failed", e.getClass().getSimpleName(), e.getMessage());
      return INVALID;
    }
    return call(config);
  }

  abstract int call(NotifyConfig config) throws InterruptedException;

  final Locale language() {
    return language;
  }

  final PrintWriter err() {
    return spec.commandLine().getErr();
  }

  final void tell(String key, Object... arguments) {
    spec.commandLine().getOut().println(texts.text(key, arguments));
  }

  final void complain(String key, Object... arguments) {
    err().println(texts.text(key, arguments));
  }
}
