package city.xueliang.placewatch.tally;

import city.xueliang.domain.observation.EventTime;
import city.xueliang.domain.tally.GridMinute;
import city.xueliang.domain.tally.Minutes;
import city.xueliang.domain.tally.PlaceMetric;
import city.xueliang.flink.state.BinaryTypeInfo;
import city.xueliang.placewatch.watch.GridObservation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Tallies each grid minute by minute. A minute is sent when the watermark passes its end, and
 * again, whole, when records came after that; all that come between two watermarks make one
 * correction.
 *
 * <p>State of a grid: its minutes, each until the watermark is past it by lateness and slack. A
 * minute that is gone never opens again: {@link city.xueliang.placewatch.watch.WatchDevice} keeps
 * such records back, also after a restart.
 */
public final class TallyGrids extends KeyedProcessFunction<String, GridObservation, PlaceMetric> {
  private static final long serialVersionUID = 1L;

  private transient MapState<Long, GridMinute> minutes;

  @Override
  public void open(OpenContext context) {
    minutes =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "minutes",
                    Types.LONG,
                    BinaryTypeInfo.of(GridMinute.class, new GridMinute.Form())));
  }

  @Override
  public void processElement(
      GridObservation observation, Context context, Collector<PlaceMetric> out) throws Exception {
    long start = Minutes.startOf(observation.occurredAt());
    GridMinute minute = minutes.get(start);
    if (minute == null) {
      minute = new GridMinute();
      context.timerService().registerEventTimeTimer(EventTime.expiry(Minutes.endOf(start)));
    }
    if (!minute.hasChanged()) {
      long watermark = context.timerService().currentWatermark();
      context
          .timerService()
          .registerEventTimeTimer(Math.max(Minutes.endOf(start) - 1, watermark + 1));
    }
    minute.add(observation.measure(), observation.value(), observation.firsts());
    minutes.put(start, minute);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<PlaceMetric> out)
      throws Exception {
    long watermark = context.timerService().currentWatermark();
    List<Long> gone = new ArrayList<>();
    for (Map.Entry<Long, GridMinute> entry : minutes.entries()) {
      long start = entry.getKey();
      if (entry.getValue().hasChanged() && Minutes.endOf(start) - 1 <= watermark) {
        GridMinute minute = entry.getValue();
        minute.takeChanges(context.getCurrentKey(), start).forEach(out::collect);
        entry.setValue(minute);
      }
      if (EventTime.expiry(Minutes.endOf(start)) <= watermark) {
        gone.add(start);
      }
    }
    for (long start : gone) {
      minutes.remove(start);
    }
  }
}
