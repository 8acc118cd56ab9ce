package city.xueliang.rules;

import city.xueliang.domain.rule.Rulebook;
import city.xueliang.domain.rule.Silence;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.Topics;
import city.xueliang.schemas.UndecodableException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what silences would have held back in the last days, then publishes them. */
@Command(name = "silence")
final class SilenceCommand extends BrokerCommand {
  @Mixin private FileArguments arguments;

  @Option(names = "--preview", descriptionKey = "silence.preview")
  private boolean previewOnly;

  SilenceCommand(Locale language) {
    super(language);
  }

  @Override
  List<String> topics() {
    return List.of(Topics.RULES, Topics.ALERTS, Topics.PLACES);
  }

  @Override
  int run(LaidDown laidDown) throws IOException {
    Optional<Rulebook> files = new CheckedFiles(this, arguments).onTopOf(laidDown.inForce());
    if (files.isEmpty()) {
      return INVALID;
    }
    if (files.get().silences().size() < files.get().entries().size()) {
      warn("silence.only");
      return INVALID;
    }
    RecentAlerts alerts;
    try {
      alerts = RecentAlerts.read(bootstrap());
    } catch (UndecodableException e) {
      warn("silence.places-unreadable", e.getMessage());
      return BROKER_FAILED;
    }
    if (alerts.unreadable() > 0) {
      warn("silence.unreadable", alerts.unreadable());
    }
    for (Silence silence : files.get().silences().values()) {
      preview(silence, alerts);
    }
    if (previewOnly) {
      tell("silence.nothing-published");
      return DONE;
    }
    Difference difference = Difference.of(files.get(), laidDown, false);
    RulesPublisher.publish(bootstrap(), difference.changes(), arguments.seat());
    tell("published", difference.changes().size(), bootstrap());
    return DONE;
  }

  private void preview(Silence silence, RecentAlerts alerts) {
    List<Alert> held = alerts.heldBy(silence);
    tell("silence.held", silence.id(), held.size(), alerts.size(), RecentAlerts.DAYS);
    for (Alert alert : held) {
      line(
          "    %s  %-26s %-6s %-15s %s"
              .formatted(
                  HistoryCommand.TIME.format(alert.getFirstOccurredAt().atZone(arguments.zone())),
                  alert.getRuleId(),
                  alert.getColour(),
                  alert.getPlace(),
                  alert.getAlertId()));
    }
  }
}
