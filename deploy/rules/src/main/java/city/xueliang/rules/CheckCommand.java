package city.xueliang.rules;

import city.xueliang.domain.rule.Rulebook;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks files by themselves: needs no broker. */
@Command(name = "check")
final class CheckCommand extends RulesCommand {
  @Mixin private FileArguments arguments;

  CheckCommand(Locale language) {
    super(language);
  }

  @Override
  public Integer call() throws IOException {
    Optional<Rulebook> book = new CheckedFiles(this, arguments).onTopOf(Rulebook.EMPTY);
    if (book.isEmpty()) {
      return INVALID;
    }
    tell(
        "checked",
        book.get().rules().size(),
        book.get().policies().size(),
        book.get().silences().size());
    return DONE;
  }
}
