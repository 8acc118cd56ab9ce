package city.xueliang.rules;

import city.xueliang.domain.rule.EntryKeys;
import city.xueliang.domain.rule.RulebookChange;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists what is in force; in full for those that are named. */
@Command(name = "show")
final class ShowCommand extends BrokerCommand {
  @Parameters(arity = "0..*", paramLabel = "RULE", descriptionKey = "show.keys")
  private List<String> keys = List.of();

  ShowCommand(Locale language) {
    super(language);
  }

  @Override
  int run(LaidDown laidDown) {
    Map<String, RulebookChange> inForce = laidDown.inForce().entries();
    for (String key : keys) {
      if (!inForce.containsKey(key)) {
        warn("not-in-force", key);
        return INVALID;
      }
    }
    inForce.values().stream()
        .filter(entry -> keys.isEmpty() || keys.contains(entry.key()))
        .sorted(Comparator.comparing(RulebookChange::key))
        .forEach(this::show);
    if (keys.isEmpty()) {
      tell("show.sum", inForce.size());
    }
    return DONE;
  }

  private void show(RulebookChange entry) {
    Map<String, String> content = EntryKeys.of(entry);
    String summary =
        List.of("colour", "type", "name.zh", "name.en").stream()
            .filter(content::containsKey)
            .map(content::get)
            .reduce((left, right) -> left + "  " + right)
            .orElse("");
    String version = entry.contentVersion() == 0 ? "" : "v" + entry.contentVersion();
    line("%-26s %-5s %s".formatted(entry.key(), version, summary).stripTrailing());
    if (!keys.isEmpty()) {
      content.forEach((path, value) -> line("    " + path + ": " + value));
    }
  }
}
