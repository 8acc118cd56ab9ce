package city.xueliang.console.live;

import city.xueliang.domain.intake.IntakeCounts;
import city.xueliang.domain.intake.IntakeRow;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How the feed behind the figures does. For several threads at a time. */
public final class Feed {
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private final Clock clock;

  /** Rejected records by minute. */
  private final TreeMap<Long, Long> rejected = new TreeMap<>();

  private boolean isRejectedKnown;
  private long newestMetricsAt;
  private volatile List<TopicIntake> intake = List.of();

  /**
   * What was taken of a topic.
   *
   * @param minute the newest one that is known, epoch milliseconds
   * @param lagMillis in that minute
   * @param read in that minute
   * @param rejected in the hour up to it
   * @param late in the hour up to it
   */
  public record TopicIntake(
      String topic, long minute, long lagMillis, long read, long rejected, long late) {}

  Feed(Clock clock) {
    this.clock = clock;
  }

  /** Forgets what was read of rejected records, for they are read anew. */
  public synchronized void beginRejected() {
    rejected.clear();
    isRejectedKnown = true;
  }

  /** Counts a rejected record, written at this time. */
  public synchronized void rejected(long at) {
    if (at > clock.millis() - HOUR) {
      rejected.merge(Math.floorDiv(at, MINUTE), 1L, Long::sum);
    }
  }

  /** Notes when a record of figures was written. */
  public synchronized void metrics(long at) {
    newestMetricsAt = Math.max(newestMetricsAt, at);
  }

  /** Takes the last hour's rows. */
  public void take(List<IntakeRow> rows) {
    Map<String, List<IntakeRow>> byTopic =
        rows.stream()
            .collect(Collectors.groupingBy(IntakeRow::topic, TreeMap::new, Collectors.toList()));
    intake =
        byTopic.entrySet().stream().map(topic -> of(topic.getKey(), topic.getValue())).toList();
  }

  /** Records rejected in the last hour; empty as long as that was not read. */
  synchronized OptionalLong rejectedInAnHour() {
    rejected.headMap(Math.floorDiv(clock.millis() - HOUR, MINUTE), true).clear();
    return isRejectedKnown
        ? OptionalLong.of(rejected.values().stream().mapToLong(Long::longValue).sum())
        : OptionalLong.empty();
  }

  /** When the newest record of figures was written; empty if there is none. */
  synchronized OptionalLong newestMetricsAt() {
    return newestMetricsAt == 0 ? OptionalLong.empty() : OptionalLong.of(newestMetricsAt);
  }

  /** By topic. */
  List<TopicIntake> intake() {
    return intake;
  }

  private static TopicIntake of(String topic, List<IntakeRow> rows) {
    long newest = rows.stream().mapToLong(IntakeRow::minute).max().orElseThrow();
    IntakeCounts minute =
        rows.stream()
            .filter(row -> row.minute() == newest)
            .map(IntakeRow::counts)
            .reduce(IntakeCounts.ZERO, IntakeCounts::plus);
    IntakeCounts hour =
        rows.stream().map(IntakeRow::counts).reduce(IntakeCounts.ZERO, IntakeCounts::plus);
    return new TopicIntake(
        topic, newest, minute.lagMillis(), minute.read(), hour.rejected(), hour.late());
  }
}
