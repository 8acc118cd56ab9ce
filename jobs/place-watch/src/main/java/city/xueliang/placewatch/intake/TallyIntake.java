package city.xueliang.placewatch.intake;

import city.xueliang.domain.intake.IntakeMinute;
import city.xueliang.domain.intake.IntakeRow;
import city.xueliang.domain.tally.Minutes;
import city.xueliang.flink.state.BinaryTypeInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Merges the counts of each topic into the rows of its minutes, and sends the rows that changed
 * every few seconds.
 *
 * <p>State of a topic: its minutes, each until the topic's newest one is {@link #KEPT} ahead, all
 * of them until nothing came for {@link #QUIET}; and before which minute all are finished, so that
 * a straggler never overwrites a finished row with part of its data. Stragglers, and minutes that
 * the store would refuse or the clock has not reached, are counted only: an append time can be the
 * producer's word, and one from the next century may not finish the minutes of today.
 */
public final class TallyIntake extends KeyedProcessFunction<String, IntakeRow, IntakeRow> {
  private static final long serialVersionUID = 1L;

  /** How far a topic's partitions may be apart; as far as those of a feed may be in event time. */
  static final Duration KEPT = Duration.ofMinutes(70);

  /** Longer than an outage of the broker is likely to take. */
  static final Duration QUIET = Duration.ofDays(1);

  /** How far an append time may be ahead of this machine's clock, or behind it. */
  static final Duration MOST_AHEAD = Duration.ofMinutes(5);

  static final Duration MOST_BEHIND = Duration.ofDays(7);

  static final MapStateDescriptor<Long, IntakeMinute> MINUTES =
      new MapStateDescriptor<>(
          "minutes", Types.LONG, BinaryTypeInfo.of(IntakeMinute.class, new IntakeMinute.Form()));

  private static final long SEND_EVERY_MILLIS = Duration.ofSeconds(5).toMillis();

  private transient Map<String, Long> heardAt;
  private transient Map<String, Counter> beyondRows;
  private transient MapState<Long, IntakeMinute> minutes;
  private transient ValueState<Long> finishedBefore;

  @Override
  public void open(OpenContext context) {
    heardAt = new HashMap<>();
    beyondRows = new HashMap<>();
    minutes = getRuntimeContext().getMapState(MINUTES);
    finishedBefore =
        getRuntimeContext().getState(new ValueStateDescriptor<>("finished-before", Types.LONG));
  }

  @Override
  public void processElement(IntakeRow part, Context context, Collector<IntakeRow> out)
      throws Exception {
    TimerService timers = context.timerService();
    long now = timers.currentProcessingTime();
    if (!isOpen(part.minute(), now)) {
      beyondRows(part.topic()).inc(verdicts(part));
      return;
    }
    IntakeMinute minute = minutes.get(part.minute());
    if (minute == null) {
      minute = new IntakeMinute();
      finishBefore(part.minute() - KEPT.toMillis());
    }
    minute.add(part.reason(), part.counts());
    minutes.put(part.minute(), minute);
    heardAt.put(part.topic(), now);
    callBackWithin(SEND_EVERY_MILLIS, timers);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<IntakeRow> out)
      throws Exception {
    TimerService timers = context.timerService();
    String topic = context.getCurrentKey();
    long newest = Long.MIN_VALUE;
    for (Map.Entry<Long, IntakeMinute> entry : minutes.entries()) {
      newest = Math.max(newest, entry.getKey());
      IntakeMinute minute = entry.getValue();
      if (minute.hasChanged()) {
        minute.takeChanges(topic, entry.getKey()).forEach(out::collect);
        entry.setValue(minute);
      }
    }
    if (isQuiet(topic, timers.currentProcessingTime())) {
      finishBefore(Minutes.endOf(newest));
      heardAt.remove(topic);
    }
    forgetFinished();
    if (!minutes.isEmpty()) {
      callBackWithin(Minutes.LENGTH_MILLIS, timers);
    }
  }

  private Counter beyondRows(String topic) {
    return beyondRows.computeIfAbsent(
        topic,
        any ->
            IntakeMetrics.group(getRuntimeContext().getMetricGroup(), topic)
                .counter(IntakeMetrics.BEYOND_ROWS));
  }

  private boolean isOpen(long minute, long now) throws Exception {
    return minute <= now + MOST_AHEAD.toMillis()
        && minute >= now - MOST_BEHIND.toMillis()
        && (finishedBefore.value() == null || minute >= finishedBefore.value());
  }

  private void finishBefore(long minute) throws Exception {
    if (finishedBefore.value() == null || minute > finishedBefore.value()) {
      finishedBefore.update(minute);
    }
  }

  private void forgetFinished() throws Exception {
    List<Long> finished = new ArrayList<>();
    for (long minute : minutes.keys()) {
      if (minute < finishedBefore.value()) {
        finished.add(minute);
      }
    }
    for (long minute : finished) {
      minutes.remove(minute);
    }
  }

  /** After a restart a topic starts to be quiet anew: the backlog is still to be read. */
  private boolean isQuiet(String topic, long now) {
    return now - heardAt.computeIfAbsent(topic, any -> now) >= QUIET.toMillis();
  }

  /** At a multiple of the span, so that there is one timer for all that comes within it. */
  private static void callBackWithin(long spanMillis, TimerService timers) {
    long next = (timers.currentProcessingTime() / spanMillis + 1) * spanMillis;
    timers.registerProcessingTimeTimer(next);
  }

  private static long verdicts(IntakeRow part) {
    return Math.abs(part.counts().read()) + part.counts().late() + part.counts().duplicate();
  }
}
