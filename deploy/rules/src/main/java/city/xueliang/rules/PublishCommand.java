package city.xueliang.rules;

import city.xueliang.domain.rule.Rulebook;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Publishes what changed in files. */
@Command(name = "publish")
final class PublishCommand extends BrokerCommand {
  @Mixin private FileArguments arguments;

  @Option(names = "--prune", descriptionKey = "prune")
  private boolean prune;

  PublishCommand(Locale language) {
    super(language);
  }

  @Override
  int run(LaidDown laidDown) throws IOException {
    Optional<Rulebook> files =
        new CheckedFiles(this, arguments).onTopOf(prune ? Rulebook.EMPTY : laidDown.inForce());
    if (files.isEmpty()) {
      return INVALID;
    }
    Difference difference = Difference.of(files.get(), laidDown, prune);
    difference.tell(this);
    RulesPublisher.publish(bootstrap(), difference.changes(), arguments.seat());
    tell("published", difference.changes().size(), bootstrap());
    return DONE;
  }
}
