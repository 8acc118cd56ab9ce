package city.xueliang.placewatch.response;

import city.xueliang.domain.response.AlarmHealth;
import city.xueliang.domain.response.SeatStep;
import city.xueliang.domain.response.SeatTimeline;
import city.xueliang.domain.response.WorstSource;
import city.xueliang.domain.tally.Windows;
import city.xueliang.flink.state.BinaryTypeInfo;
import city.xueliang.placewatch.watch.SilenceClock;
import java.time.ZoneId;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Sends the load of every seat and, aside, the worst sources of its day: the hour and the day of a
 * step within a second of it, at each minute's end while an alert is open or alarms ring, and as
 * complete when they end.
 *
 * <p>State of a seat: its timeline, while an alert is open and until the last of its windows can no
 * longer be corrected.
 */
public final class WatchSeats extends KeyedProcessFunction<String, SeatStep, AlarmHealth> {
  private static final long serialVersionUID = 1L;

  public static final OutputTag<WorstSource> WORST_SOURCES =
      new OutputTag<>(
          "worst-sources", BinaryTypeInfo.of(WorstSource.class, new WorstSource.Form()));

  private final SilenceClock clock;
  private final Windows windows;
  private transient ValueState<SeatTimeline> state;

  public WatchSeats(SilenceClock clock, ZoneId zone) {
    this.clock = clock;
    this.windows = Windows.in(zone);
  }

  @Override
  public void open(OpenContext context) {
    state =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(
                    "seat-timeline",
                    BinaryTypeInfo.of(SeatTimeline.class, new SeatTimeline.Form())));
  }

  @Override
  public void processElement(SeatStep step, Context context, Collector<AlarmHealth> out)
      throws Exception {
    SeatTimeline known = state.value();
    SeatTimeline timeline = known == null ? new SeatTimeline(step.seat()) : known;
    TimerService timers = context.timerService();
    timeline.take(step, clock.now(timers), windows);
    state.update(timeline);
    clock.register(timers, Rows.soon(clock, timers));
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<AlarmHealth> out)
      throws Exception {
    SeatTimeline timeline = state.value();
    if (timeline == null) {
      return;
    }
    TimerService timers = context.timerService();
    boolean isEnd = clock.now(timers) == SilenceClock.UNKNOWN;
    long now = isEnd ? timestamp : clock.now(timers);
    timeline.advance(now, windows, out::collect, row -> context.output(WORST_SOURCES, row));
    if (timeline.isOver()) {
      state.clear();
    } else {
      state.update(timeline);
      Rows.registerDue(clock, timers, timeline.nextDue(now, windows), isEnd);
    }
  }
}
