package city.xueliang.placewatch.intake;

import city.xueliang.domain.intake.IntakeCounts;
import city.xueliang.domain.intake.IntakeRow;
import city.xueliang.domain.tally.Minutes;
import city.xueliang.flink.state.BinaryTypeInfo;
import city.xueliang.schemas.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.OutputTag;

/**
 * Counts what becomes of the records that {@link SplitDecoded} took, and says what that changes in
 * the rows of their minutes.
 */
public final class Verdicts {
  /** Changes of rows, one for a record; a rejection has two. */
  public static final OutputTag<IntakeRow> TAG =
      new OutputTag<>("verdicts", BinaryTypeInfo.of(IntakeRow.class, new IntakeRow.Form()));

  private final MetricGroup operator;
  private final Map<String, Counters> byTopic = new HashMap<>();

  /** The feeds' counters are there from the start, at zero. */
  public Verdicts(MetricGroup operator) {
    this.operator = operator;
    of(Topics.CAMERA_EVENTS);
    of(Topics.SENSOR_READINGS);
  }

  private record Counters(
      Counter late, Counter missed, Counter duplicate, RejectionCounters rejected) {}

  /** A record is late by its own times. */
  public IntakeRow late(SourceRecord source, TimerService timers) {
    of(source.topic()).late.inc();
    return row(source, IntakeRow.NONE, IntakeCounts.ONE_LATE, timers);
  }

  /** A record in time finds its windows gone. */
  public IntakeRow missed(SourceRecord source, TimerService timers) {
    of(source.topic()).missed.inc();
    return row(source, IntakeRow.NONE, IntakeCounts.ONE_LATE, timers);
  }

  /** A record has come before. */
  public IntakeRow duplicate(SourceRecord source, TimerService timers) {
    of(source.topic()).duplicate.inc();
    return row(source, IntakeRow.NONE, IntakeCounts.ONE_DUPLICATE, timers);
  }

  /** A record that was taken is rejected after all: it changes the row. */
  public List<IntakeRow> rejected(Rejection rejection, TimerService timers) {
    SourceRecord source = rejection.source();
    of(source.topic()).rejected.count(rejection.reason());
    return List.of(
        row(source, IntakeRow.NONE, IntakeCounts.ONE_WITHDRAWN, timers),
        row(source, rejection.reason().name(), IntakeCounts.ONE_REJECTED, timers));
  }

  private static IntakeRow row(
      SourceRecord source, String reason, IntakeCounts counts, TimerService timers) {
    long appendedAt =
        source.appendedAt() < 0 ? timers.currentProcessingTime() : source.appendedAt();
    return new IntakeRow(source.topic(), reason, Minutes.startOf(appendedAt), counts);
  }

  private Counters of(String topic) {
    return byTopic.computeIfAbsent(
        topic,
        any -> {
          MetricGroup figures = IntakeMetrics.group(operator, topic);
          return new Counters(
              figures.counter(IntakeMetrics.LATE),
              figures.counter(IntakeMetrics.MISSED),
              figures.counter(IntakeMetrics.DUPLICATE),
              new RejectionCounters(figures));
        });
  }
}
