package city.xueliang.placewatch.watch;

import city.xueliang.domain.observation.EventTime;
import city.xueliang.domain.observation.Observation;
import city.xueliang.domain.observation.SeenRecords;
import city.xueliang.domain.tally.HeardWindows;
import city.xueliang.domain.tally.PlacePartial;
import city.xueliang.domain.tally.Standpoint;
import city.xueliang.domain.tally.Window;
import city.xueliang.domain.tally.Windows;
import city.xueliang.flink.state.BinaryTypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;

/**
 * Remembers which records of the current key's device came. State: the identities of its records,
 * and the windows in which it was heard, each until the watermark is past its end by lateness and
 * slack.
 */
final class RecordMemory {
  private final Windows windows;
  private final MapState<Long, SeenRecords> seen;
  private final ValueState<HeardWindows> heard;

  RecordMemory(RuntimeContext context, Windows windows) {
    this.windows = windows;
    seen =
        context.getMapState(
            new MapStateDescriptor<>(
                "seen-records",
                Types.LONG,
                BinaryTypeInfo.of(SeenRecords.class, new SeenRecords.Form())));
    heard =
        context.getState(
            new ValueStateDescriptor<>(
                "heard-windows", BinaryTypeInfo.of(HeardWindows.class, new HeardWindows.Form())));
  }

  /** Remembers a record, unless it came before. */
  boolean isNew(Observation observation, TimerService timers) throws Exception {
    long span = SeenRecords.spanOf(EventTime.of(observation));
    SeenRecords known = seen.get(span);
    if (known == null) {
      timers.registerEventTimeTimer(EventTime.expiry(span + SeenRecords.SPAN_MILLIS));
      known = new SeenRecords();
    }
    if (!known.add(observation.id())) {
      return false;
    }
    seen.put(span, known);
    return true;
  }

  /** The bits of the windows of which a record is the first; see {@link HeardWindows#hear}. */
  int firsts(
      Observation observation,
      Standpoint standpoint,
      TimerService timers,
      Consumer<PlacePartial> corrections)
      throws Exception {
    long time = EventTime.of(observation);
    HeardWindows known = heard.value();
    if (known == null) {
      known = new HeardWindows();
    }
    int firsts = known.hear(windows, standpoint, observation.measure(), time, corrections);
    if (firsts != 0) {
      timers.registerEventTimeTimer(EventTime.expiry(windows.endOf(Window.HOUR, time)));
      timers.registerEventTimeTimer(EventTime.expiry(windows.endOf(Window.DAY, time)));
    }
    heard.update(known);
    return firsts;
  }

  /** Forgets what ended by then. */
  void forgetBefore(long horizon) throws Exception {
    List<Long> forgotten = new ArrayList<>();
    for (Map.Entry<Long, SeenRecords> span : seen.entries()) {
      if (span.getKey() + SeenRecords.SPAN_MILLIS <= horizon) {
        forgotten.add(span.getKey());
      }
    }
    for (long span : forgotten) {
      seen.remove(span);
    }
    HeardWindows known = heard.value();
    if (known != null && known.forget(windows, horizon)) {
      heard.clear();
    } else if (known != null) {
      heard.update(known);
    }
  }
}
