package city.xueliang.feeds.replay;

import city.xueliang.domain.text.Texts;
import city.xueliang.feeds.replay.Moment.ClockChange;
import city.xueliang.schemas.Topics;
import java.util.ArrayList;
import java.util.List;

/** The lines that tell at the end what became of every row. */
final class ReplaySummary {
  private ReplaySummary() {}

  static List<String> lines(Texts texts, Replay replay, BadRows badRows, ClockChanges changes) {
    List<String> lines = new ArrayList<>();
    lines.add(
        texts.text(
            "summary",
            replay.read(),
            replay.events(),
            Topics.CAMERA_EVENTS,
            replay.readings(),
            Topics.SENSOR_READINGS,
            replay.missing(),
            badRows.total()));
    badRows.counts().forEach((reason, rows) -> lines.add(texts.text("summary-bad", reason, rows)));
    if (changes.count(ClockChange.SKIPPED) > 0) {
      lines.add(texts.text("summary-skipped", changes.count(ClockChange.SKIPPED)));
    }
    if (changes.count(ClockChange.DOUBLED) > 0) {
      lines.add(texts.text("summary-doubled", changes.count(ClockChange.DOUBLED)));
    }
    return lines;
  }
}
