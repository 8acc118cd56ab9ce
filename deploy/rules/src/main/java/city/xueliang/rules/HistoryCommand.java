package city.xueliang.rules;

import city.xueliang.domain.rule.RulebookChange;
import city.xueliang.rules.Difference.Entry;
import city.xueliang.rules.Difference.Kind;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the versions of one rule, each with what it changed. */
@Command(name = "history")
final class HistoryCommand extends BrokerCommand {
  static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  @Parameters(paramLabel = "RULE", descriptionKey = "key")
  private String key;

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      defaultValue = "Asia/Shanghai",
      descriptionKey = "time-zone")
  private ZoneId zone;

  HistoryCommand(Locale language) {
    super(language);
  }

  @Override
  int run(LaidDown laidDown) {
    List<LaidDown.Entry> entries = laidDown.of(key);
    if (entries.isEmpty()) {
      warn("history.none", key);
      return INVALID;
    }
    RulebookChange before = RulebookChange.removal(key);
    for (LaidDown.Entry entry : entries) {
      String at = TIME.format(Instant.ofEpochMilli(entry.at()).atZone(zone));
      if (entry.change().isEmpty()) {
        tell("history.refused", at, entry.seat(), entry.refusal());
        continue;
      }
      RulebookChange after = entry.change().get();
      if (after.isRemoval()) {
        tell("history.removed", at, entry.seat());
      } else {
        tell("history.laid-down", at, entry.seat(), after.contentVersion());
        if (!before.isRemoval()) {
          new Entry(Kind.CHANGED, before, after)
              .changedKeys()
              .forEach(change -> line("    " + change));
        }
      }
      before = after;
    }
    return DONE;
  }
}
