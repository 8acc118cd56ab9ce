package city.xueliang.notify.message;

import city.xueliang.notify.happening.Happening;
import city.xueliang.notify.message.Message.Kind;
import city.xueliang.notify.message.Message.Line;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.Colour;
import city.xueliang.schemas.CommandLevel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes the messages about single alerts, for somebody who reads them at night on a phone: how
 * bad, what, where, since when, how much, what to do until when. Never a person.
 */
public final class AlertMessages {
  private final Words words;
  private final EvidenceWords evidence;
  private final Names names;
  private final Clock clock;

  public AlertMessages(Locale language, ZoneId zone, Names names, Clock clock) {
    this.words = new Words(language, zone);
    this.evidence = new EvidenceWords(words);
    this.names = names;
    this.clock = clock;
  }

  /** What makes a revision of an alert tellable from all others. */
  public static String key(Alert alert) {
    return alert.getAlertId() + "-" + alert.getRevision();
  }

  public Message alert(Alert alert, Happening happening) {
    return new Message(
        Kind.ALERT,
        key(alert),
        Optional.of(happening),
        alert.getColour(),
        words.language(),
        title(alert, happening),
        lines(alert),
        Optional.of(alert));
  }

  /** A message that shows that a channel works, and says so. */
  public Message test(String channel) {
    Instant now = clock.instant();
    return new Message(
        Kind.TEST,
        "test-" + channel + "-" + now.toEpochMilli(),
        Optional.empty(),
        Colour.UNKNOWN,
        words.language(),
        words.text("test.title"),
        List.of(
            new Line(words.text("label.channel"), channel),
            new Line(words.text("label.time"), words.moment(now)),
            new Line("", words.text("test.nothing-to-do"))),
        Optional.empty());
  }

  private String title(Alert alert, Happening happening) {
    return words.text(
        "title",
        happening.isEnd() ? "✅" : Words.sign(alert.getColour()),
        words.word(alert.getColour()),
        words.word(happening),
        names.rule(alert.getRuleId(), words.language()),
        names.place(alert.getPlace(), words.language()));
  }

  private List<Line> lines(Alert alert) {
    List<Line> lines = new ArrayList<>();
    String path = names.placePath(alert.getPlace(), words.language());
    add(lines, "place", words.text("place", path, alert.getPlace()));
    devices(alert).ifPresent(text -> add(lines, "devices", text));
    evidence.of(alert).ifPresent(text -> add(lines, "evidence", text));
    add(lines, "since", since(alert));
    end(alert).ifPresent(text -> add(lines, "end", text));
    if (alert.getOccurrences() > 1 || alert.getReopenings() > 0) {
      add(
          lines,
          "occurrences",
          words.text("occurrences", alert.getOccurrences(), alert.getReopenings()));
    }
    if (alert.getCommandLevel() != CommandLevel.UNKNOWN) {
      add(
          lines,
          "command-level",
          words.text(
              alert.getEscalations() > 0 ? "command-level.escalated" : "command-level",
              words.word(alert.getCommandLevel()),
              alert.getEscalations()));
    }
    toDo(alert).ifPresent(text -> add(lines, "to-do", text));
    add(lines, "alert", words.text("alert", alert.getAlertId(), alert.getRevision()));
    return lines;
  }

  private void add(List<Line> lines, String label, String value) {
    lines.add(new Line(words.text("label." + label), value));
  }

  private Optional<String> devices(Alert alert) {
    int number = alert.getDevices().size();
    String cause =
        alert.getCause() == null
            ? ""
            : words.text(
                "devices.cause",
                words.word(alert.getCause()),
                alert.getCauseKey() == null ? "" : alert.getCauseKey());
    if (number > 1 || !cause.isEmpty()) {
      return Optional.of(words.text("devices.many", number) + cause);
    }
    String only = number == 1 ? alert.getDevices().get(0) : alert.getDeviceId();
    return Optional.ofNullable(only).map(device -> words.text("devices.one", device));
  }

  private String since(Alert alert) {
    Instant end = clock.instant();
    if (alert.getClosedAt() != null) {
      end = alert.getClosedAt();
    } else if (alert.getClearedAt() != null) {
      end = alert.getClearedAt();
    } else if (alert.getChangedAt() != null) {
      end = alert.getChangedAt();
    }
    Duration open = Duration.between(alert.getFirstOccurredAt(), end);
    return words.text("since", words.moment(alert.getFirstOccurredAt()), words.span(open));
  }

  private Optional<String> end(Alert alert) {
    return switch (alert.getState()) {
      case CLOSED ->
          Optional.of(
              words.text(
                  "end.closed",
                  alert.getClosedAt() == null ? "" : words.moment(alert.getClosedAt()),
                  alert.getReasonCode() == null ? "" : words.word(alert.getReasonCode()),
                  words.text(alert.getConditionHolds() ? "end.holds" : "end.gone")));
      case CLEARED ->
          Optional.of(
              words.text(
                  "end.cleared",
                  alert.getClearedAt() == null ? "" : words.moment(alert.getClearedAt())));
      case OPEN, ACKNOWLEDGED, ON_SITE, UNKNOWN -> Optional.empty();
    };
  }

  private Optional<String> toDo(Alert alert) {
    String task =
        switch (alert.getState()) {
          case OPEN, UNKNOWN -> words.text("to-do.acknowledge");
          case ACKNOWLEDGED -> words.text("to-do.arrive");
          case ON_SITE -> words.text("to-do.close");
          case CLOSED, CLEARED -> "";
        };
    if (task.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        alert.getNextDeadlineAt() == null
            ? task
            : words.text("to-do.until", task, words.moment(alert.getNextDeadlineAt())));
  }
}
