package city.xueliang.placewatch.coverage;

import city.xueliang.domain.coverage.CoverageDifference;
import city.xueliang.domain.coverage.PlaceCoverage;
import city.xueliang.domain.coverage.PlaceTimeline;
import city.xueliang.domain.tally.Minutes;
import city.xueliang.domain.tally.Windows;
import city.xueliang.flink.state.BinaryTypeInfo;
import city.xueliang.placewatch.watch.SilenceClock;
import java.time.Duration;
import java.time.ZoneId;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Sends the coverage of every place, of whichever level: of each minute at its end, with the hour
 * and the day in which it lies, which are marked incomplete until they end. A minute in which
 * something changed is sent a moment after that, too, marked incomplete.
 *
 * <p>State of a place, from when the first of its devices is expected until the end of the day in
 * which the last one is not any more: its timeline, and when its open minute is sent.
 */
public final class CoverPlaces
    extends KeyedProcessFunction<String, CoverageDifference, PlaceCoverage> {
  private static final long serialVersionUID = 1L;

  /** After a change, others of the same cause may follow. */
  private static final long GATHER_MILLIS = Duration.ofSeconds(3).toMillis();

  /**
   * In a replay the watermark leaps; a longer leap is a gap of the recording, whose minutes nobody
   * asks for. The machine's clock does not leap: what it passed over, nobody watched.
   */
  private static final long MOST_REPLAYED_MINUTES = 60;

  private final SilenceClock clock;
  private final Windows windows;
  private transient ValueState<PlaceTimeline> state;
  private transient ValueState<Long> showAt;

  public CoverPlaces(SilenceClock clock, ZoneId zone) {
    this.clock = clock;
    this.windows = Windows.in(zone);
  }

  @Override
  public void open(OpenContext context) {
    state =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(
                    "timeline", BinaryTypeInfo.of(PlaceTimeline.class, new PlaceTimeline.Form())));
    showAt = getRuntimeContext().getState(new ValueStateDescriptor<>("show-at", Types.LONG));
  }

  @Override
  public void processElement(
      CoverageDifference difference, Context context, Collector<PlaceCoverage> out)
      throws Exception {
    PlaceTimeline known = state.value();
    PlaceTimeline timeline =
        known == null ? new PlaceTimeline(difference.place(), difference.district()) : known;
    timeline.take(difference.minute(), difference.coverage());
    if (timeline.isOver()) {
      state.clear();
      return;
    }
    state.update(timeline);
    TimerService timers = context.timerService();
    clock.register(timers, timeline.nextEnd());
    scheduleShow(timeline, timers);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<PlaceCoverage> out)
      throws Exception {
    PlaceTimeline timeline = state.value();
    if (timeline == null) {
      return;
    }
    TimerService timers = context.timerService();
    long now = clock.now(timers);
    boolean isEnd = now == SilenceClock.UNKNOWN;
    timeline.advance(isEnd ? timestamp : now, mostMinutes(), windows).forEach(out::collect);
    Long show = showAt.value();
    if (show != null && show <= timestamp) {
      showAt.clear();
      if (!timeline.isOver() && timeline.nextEnd() > timestamp) {
        out.collect(timeline.running(timestamp));
      }
    }
    if (timeline.isOver()) {
      state.clear();
      showAt.clear();
    } else {
      state.update(timeline);
      if (!isEnd) {
        // The greatest watermark, which ends the input, would be past this one and all others.
        clock.register(timers, timeline.nextEnd());
      }
    }
  }

  /** The minute's end comes soon enough if it comes before. */
  private void scheduleShow(PlaceTimeline timeline, TimerService timers) throws Exception {
    long now = clock.now(timers);
    long end = timeline.nextEnd();
    if (now == SilenceClock.UNKNOWN || showAt.value() != null) {
      return;
    }
    long at = now + GATHER_MILLIS;
    if (at < end && at > end - Minutes.LENGTH_MILLIS) {
      clock.register(timers, at);
      showAt.update(at);
    }
  }

  private long mostMinutes() {
    return clock == SilenceClock.EVENT_TIME ? MOST_REPLAYED_MINUTES : 0;
  }
}
