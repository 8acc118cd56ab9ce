package city.xueliang.placewatch.watch;

import city.xueliang.domain.observation.EventTime;
import city.xueliang.domain.observation.Observation;
import city.xueliang.domain.observation.SeenRecords;
import city.xueliang.domain.tally.Minutes;
import city.xueliang.flink.state.BinaryTypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;

/**
 * Remembers which records of the current key's device came. State: the identities of its records,
 * each span of time until the watermark is past it by lateness and slack.
 */
final class RecordMemory {
  private final MapState<Long, SeenRecords> seen;

  RecordMemory(RuntimeContext context) {
    seen =
        context.getMapState(
            new MapStateDescriptor<>(
                "seen-records",
                Types.LONG,
                BinaryTypeInfo.of(SeenRecords.class, new SeenRecords.Form())));
  }

  /** What a record is to its device. */
  enum Verdict {
    DUPLICATE,
    /** The first of its measure in its minute. */
    FIRST_OF_MINUTE,
    FURTHER
  }

  /** Remembers a record, and sets the timer at which it can be forgotten. */
  Verdict remember(Observation observation, TimerService timers) throws Exception {
    long time = EventTime.of(observation);
    long span = SeenRecords.spanOf(time);
    SeenRecords known = seen.get(span);
    if (known == null) {
      timers.registerEventTimeTimer(EventTime.expiry(span + SeenRecords.SPAN_MILLIS));
      known = new SeenRecords();
    }
    if (!known.add(observation.id())) {
      return Verdict.DUPLICATE;
    }
    boolean isFirst = known.addFirstOf(observation.measure(), Minutes.startOf(time));
    seen.put(span, known);
    return isFirst ? Verdict.FIRST_OF_MINUTE : Verdict.FURTHER;
  }

  /** Forgets the records of the spans that ended by then. */
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
  }
}
