package city.xueliang.rules;

import city.xueliang.domain.rule.InvalidRulesException;
import city.xueliang.domain.rule.Rulebook;
import city.xueliang.domain.rule.RulebookChange;
import city.xueliang.domain.rule.RulebookCheck;
import city.xueliang.domain.text.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Publishes an older content of one rule or policy under its next version. */
@Command(name = "rollback")
final class RollbackCommand extends BrokerCommand {
  @Parameters(paramLabel = "RULE", descriptionKey = "key")
  private String key;

  @Option(names = "--to", paramLabel = "VERSION", descriptionKey = "rollback.to")
  private Integer version;

  @Option(
      names = "--seat",
      paramLabel = "SEAT",
      defaultValue = "630100-ops-01",
      descriptionKey = "seat")
  private String seat;

  RollbackCommand(Locale language) {
    super(language);
  }

  @Override
  int run(LaidDown laidDown) {
    Rulebook inForce = laidDown.inForce();
    RulebookChange now = inForce.entries().getOrDefault(key, RulebookChange.removal(key));
    Optional<RulebookChange> older = older(laidDown, now);
    if (older.isEmpty()) {
      warn(version == null ? "rollback.none" : "rollback.no-version", key, version);
      return INVALID;
    }
    RulebookChange next = Difference.next(older.get(), laidDown);
    List<Problem> problems =
        RulebookCheck.problems(inForce.with(next)).stream()
            .filter(problem -> problem.file().equals(key))
            .toList();
    if (!problems.isEmpty()) {
      complaint(new InvalidRulesException(problems).text(language()));
      warn("invalid", problems.size());
      return INVALID;
    }
    Rulebook wanted = Rulebook.EMPTY.with(older.get());
    Difference difference = Difference.of(wanted, laidDown, false);
    difference.tell(this);
    RulesPublisher.publish(bootstrap(), difference.changes(), seat);
    tell("rollback.done", key, older.get().contentVersion(), next.contentVersion());
    return DONE;
  }

  /** The version asked for; else the newest whose content differs from what is in force. */
  private Optional<RulebookChange> older(LaidDown laidDown, RulebookChange now) {
    List<RulebookChange> contents = new ArrayList<>();
    laidDown.of(key).forEach(record -> record.change().ifPresent(contents::add));
    Collections.reverse(contents);
    return contents.stream()
        .filter(content -> content.contentVersion() > 0)
        .filter(
            content ->
                version == null ? !content.saysTheSameAs(now) : content.contentVersion() == version)
        .findFirst();
  }
}
