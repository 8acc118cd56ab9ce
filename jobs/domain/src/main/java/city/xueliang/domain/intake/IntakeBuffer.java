package city.xueliang.domain.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Sums counts up until they are taken out, so that what is sent on grows with the minutes and
 * reasons and not with the records. Mutable; nearly every record is one more of the same topic and
 * minute, and costs an addition.
 */
public final class IntakeBuffer {
  private final Map<TopicMinute, IntakeMinute> minutes = new HashMap<>();
  private TopicMinute open = new TopicMinute("", Long.MIN_VALUE);
  private long openRead;
  private long openLagMillis;

  private record TopicMinute(String topic, long minute) {}

  /** Counts a record that was taken. */
  public void addTaken(String topic, long minute, long lagMillis) {
    if (minute != open.minute || !topic.equals(open.topic)) {
      close();
      open = new TopicMinute(topic, minute);
    }
    openRead++;
    openLagMillis = Math.max(openLagMillis, lagMillis);
  }

  /** Counts a record that was rejected; its lag is one of the whole minute. */
  public void addRejected(String topic, String reason, long minute, long lagMillis) {
    add(new IntakeRow(topic, reason, minute, IntakeCounts.ONE_REJECTED));
    add(new IntakeRow(topic, IntakeRow.NONE, minute, new IntakeCounts(0, 0, 0, 0, lagMillis)));
  }

  public void add(IntakeRow part) {
    minutes
        .computeIfAbsent(new TopicMinute(part.topic(), part.minute()), any -> new IntakeMinute())
        .add(part.reason(), part.counts());
  }

  /** Takes everything out. */
  public void drain(Consumer<IntakeRow> parts) {
    close();
    minutes.forEach((of, minute) -> minute.takeChanges(of.topic, of.minute).forEach(parts));
    minutes.clear();
  }

  private void close() {
    if (openRead > 0) {
      IntakeCounts counts = new IntakeCounts(openRead, 0, 0, 0, openLagMillis);
      add(new IntakeRow(open.topic, IntakeRow.NONE, open.minute, counts));
      openRead = 0;
      openLagMillis = 0;
    }
  }
}
