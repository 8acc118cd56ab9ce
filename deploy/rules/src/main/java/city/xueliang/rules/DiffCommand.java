package city.xueliang.rules;

import city.xueliang.domain.rule.Rulebook;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows how files differ from what is in force. */
@Command(name = "diff")
final class DiffCommand extends BrokerCommand {
  @Mixin private FileArguments arguments;

  @Option(names = "--prune", descriptionKey = "prune")
  private boolean prune;

  DiffCommand(Locale language) {
    super(language);
  }

  @Override
  int run(LaidDown laidDown) throws IOException {
    Optional<Rulebook> files =
        new CheckedFiles(this, arguments).onTopOf(prune ? Rulebook.EMPTY : laidDown.inForce());
    files.ifPresent(book -> Difference.of(book, laidDown, prune).tell(this));
    return files.isPresent() ? DONE : INVALID;
  }
}
