package city.xueliang.placewatch.response;

import city.xueliang.domain.response.PlaceResponse;
import city.xueliang.domain.response.ResponseStep;
import city.xueliang.domain.response.ResponseTimeline;
import city.xueliang.domain.tally.Windows;
import city.xueliang.flink.state.BinaryTypeInfo;
import city.xueliang.placewatch.watch.SilenceClock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Sends how alerts are worked at every place, of whichever level: the minute, hour and day of a
 * step within a second of it, marked incomplete until they end; and the row of each minute, hour
 * and day in which something is open.
 *
 * <p>State of a place: a timeline for each rule and colour, while something is open and until the
 * last of its windows can no longer be corrected.
 */
public final class RollUpResponse
    extends KeyedProcessFunction<String, ResponseStep, PlaceResponse> {
  private static final long serialVersionUID = 1L;

  private final SilenceClock clock;
  private final Windows windows;
  private transient MapState<String, ResponseTimeline> timelines;

  public RollUpResponse(SilenceClock clock, ZoneId zone) {
    this.clock = clock;
    this.windows = Windows.in(zone);
  }

  @Override
  public void open(OpenContext context) {
    timelines =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "response-timelines",
                    Types.STRING,
                    BinaryTypeInfo.of(ResponseTimeline.class, new ResponseTimeline.Form())));
  }

  @Override
  public void processElement(ResponseStep step, Context context, Collector<PlaceResponse> out)
      throws Exception {
    String key = step.ruleId() + ' ' + step.colour();
    ResponseTimeline known = timelines.get(key);
    ResponseTimeline timeline =
        known == null
            ? new ResponseTimeline(step.place(), step.district(), step.ruleId(), step.colour())
            : known;
    TimerService timers = context.timerService();
    long now = clock.now(timers);
    timeline.take(step, now, windows);
    timelines.put(key, timeline);
    clock.register(timers, Rows.soon(clock, timers));
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<PlaceResponse> out)
      throws Exception {
    TimerService timers = context.timerService();
    boolean isEnd = clock.now(timers) == SilenceClock.UNKNOWN;
    long now = isEnd ? timestamp : clock.now(timers);
    List<String> over = new ArrayList<>();
    long due = Long.MAX_VALUE;
    for (Map.Entry<String, ResponseTimeline> each : timelines.entries()) {
      ResponseTimeline timeline = each.getValue();
      timeline.advance(now, windows, out::collect);
      each.setValue(timeline);
      due = Math.min(due, timeline.nextDue(now, windows));
      if (timeline.isOver()) {
        over.add(each.getKey());
      }
    }
    for (String key : over) {
      timelines.remove(key);
    }
    Rows.registerDue(clock, timers, due, isEnd);
  }
}
