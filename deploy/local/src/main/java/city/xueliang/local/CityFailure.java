package city.xueliang.local;

import city.xueliang.domain.rule.InvalidRulesException;
import city.xueliang.domain.text.Texts;
import city.xueliang.feeds.registry.InvalidRegistryException;
import city.xueliang.feeds.simulate.option.WrongOptionException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;

/** Why a city does not run. */
final class CityFailure {
  private CityFailure() {}

  /**
   * Says it in a sentence, or one for each mistake.
   *
   * @return the exit code
   * @throws Exception the failure itself if it is nothing that a user can mend
   */
  static int explain(Exception failure, Texts texts, Locale language) throws Exception {
    if (failure instanceof InvalidRulesException invalid) {
      return wrong(List.of(invalid.text(language)));
    }
    if (failure instanceof InvalidRegistryException invalid) {
      return wrong(invalid.lines(language));
    }
    if (failure instanceof WrongOptionException wrong) {
      return wrong(List.of(wrong.text(language)));
    }
    if (failure instanceof NoSuchFileException missing) {
      return wrong(List.of(texts.text("file-missing", missing.getFile())));
    }
    if (failure instanceof IOException) {
      return failed(texts.text("file-unreadable", failure.getMessage()));
    }
    if (failure instanceof CityException) {
      return failed(failure.getMessage());
    }
    throw failure;
  }

  private static int wrong(List<String> mistakes) {
    mistakes.forEach(System.err::println);
    return CommandLine.ExitCode.USAGE;
  }

  private static int failed(String why) {
    System.err.println(why);
    return CommandLine.ExitCode.SOFTWARE;
  }
}
