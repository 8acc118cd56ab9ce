package city.xueliang.rules;

import city.xueliang.domain.rule.InvalidRulesException;
import city.xueliang.domain.rule.Rulebook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the files of a command and tells all that is wrong with them, by meaning, then by schema.
 */
final class CheckedFiles {
  private final RulesCommand command;
  private final FileArguments arguments;

  CheckedFiles(RulesCommand command, FileArguments arguments) {
    this.command = command;
    this.arguments = arguments;
  }

  /** What the files lay down on top of what is in force; nothing, after complaints, if invalid. */
  Optional<Rulebook> onTopOf(Rulebook inForce) throws IOException {
    Rulebook book;
    try {
      book = arguments.read().onTopOf(inForce);
    } catch (InvalidRulesException e) {
      command.complaint(e.text(command.language()));
      command.warn("invalid", e.problems().size());
      return Optional.empty();
    }
    SchemaCheck schema = new SchemaCheck(command.language());
    List<String> problems = new ArrayList<>();
    for (Path file : arguments.files()) {
      problems.addAll(schema.problems(file));
    }
    problems.forEach(command::complaint);
    if (!problems.isEmpty()) {
      command.warn("invalid", problems.size());
      return Optional.empty();
    }
    return Optional.of(book);
  }
}
