package city.xueliang.placewatch.tally;

import city.xueliang.domain.observation.EventTime;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.tally.PlaceMetric;
import city.xueliang.domain.tally.PlacePartial;
import city.xueliang.domain.tally.PlaceWindow;
import city.xueliang.domain.tally.Window;
import city.xueliang.domain.tally.Windows;
import city.xueliang.flink.state.BinaryTypeInfo;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Rolls up the minutes, hours and days of every place, of whichever level. A window is sent, whole,
 * when the watermark passes its end, and again when something came after that. Hours and days are
 * sent before their end, too, marked incomplete, soon after each minute that added to them.
 *
 * <p>State of a place: its windows, each until the watermark is past its end by lateness, slack and
 * what a correction may wait for in {@link MergeGrids}. A window that is gone never opens again:
 * {@link city.xueliang.placewatch.watch.WatchDevice} keeps such records back, also after a restart,
 * when watermarks start anew.
 */
public final class RollUpPlaces extends KeyedProcessFunction<String, PlacePartial, PlaceMetric> {
  private static final long serialVersionUID = 1L;

  /**
   * Open windows are sent at multiples of this by the clock, for they are read by people: a
   * recording that is replayed in a hurry does not send each of them hundreds of times a second.
   */
  private static final long ROUND_MILLIS = 5_000;

  private static final long LONGEST_WAIT = EventTime.CORRECTION_WAIT.toMillis();

  private final Windows windows;
  private transient EnumMap<Window, MapState<Long, PlaceWindow>> states;
  private transient ValueState<String> district;

  public RollUpPlaces(ZoneId zone) {
    this.windows = Windows.in(zone);
  }

  @Override
  public void open(OpenContext context) {
    states = new EnumMap<>(Window.class);
    states.put(Window.MINUTE, state("minutes"));
    states.put(Window.HOUR, state("hours"));
    states.put(Window.DAY, state("days"));
    district = getRuntimeContext().getState(new ValueStateDescriptor<>("district", Types.STRING));
  }

  private MapState<Long, PlaceWindow> state(String name) {
    return getRuntimeContext()
        .getMapState(
            new MapStateDescriptor<>(
                name, Types.LONG, BinaryTypeInfo.of(PlaceWindow.class, new PlaceWindow.Form())));
  }

  @Override
  public void processElement(PlacePartial partial, Context context, Collector<PlaceMetric> out)
      throws Exception {
    district.update(partial.district());
    for (Map.Entry<Window, MapState<Long, PlaceWindow>> state : states.entrySet()) {
      merge(partial, state.getKey(), state.getValue(), context.timerService());
    }
  }

  private void merge(
      PlacePartial partial, Window length, MapState<Long, PlaceWindow> state, TimerService timers)
      throws Exception {
    long start = windows.startOf(length, partial.minute());
    long end = windows.endOf(length, partial.minute());
    PlaceWindow window = state.get(start);
    if (window == null) {
      window = new PlaceWindow();
      timers.registerEventTimeTimer(expiry(end));
    }
    window.merge(partial.tallies());
    state.put(start, window);
    boolean isOver = end - 1 <= timers.currentWatermark();
    timers.registerEventTimeTimer(isOver ? timers.currentWatermark() + 1 : end - 1);
    if (!isOver && length != Window.MINUTE) {
      long now = timers.currentProcessingTime();
      timers.registerProcessingTimeTimer((now / ROUND_MILLIS + 1) * ROUND_MILLIS);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<PlaceMetric> out)
      throws Exception {
    long watermark = context.timerService().currentWatermark();
    boolean isRound = context.timeDomain() == TimeDomain.PROCESSING_TIME;
    boolean isEmpty = true;
    for (Map.Entry<Window, MapState<Long, PlaceWindow>> state : states.entrySet()) {
      if (isRound) {
        sendOpen(context.getCurrentKey(), state.getKey(), state.getValue(), out);
      } else {
        sendOver(context.getCurrentKey(), state.getKey(), state.getValue(), watermark, out);
        forget(state.getKey(), state.getValue(), watermark);
      }
      isEmpty &= state.getValue().isEmpty();
    }
    if (isEmpty) {
      district.clear();
    }
  }

  private void sendOpen(
      String place, Window length, MapState<Long, PlaceWindow> state, Collector<PlaceMetric> out)
      throws Exception {
    if (length == Window.MINUTE) {
      return;
    }
    for (Map.Entry<Long, PlaceWindow> entry : state.entries()) {
      PlaceWindow window = entry.getValue();
      if (!window.isClosed() && window.hasUnsent()) {
        send(place, length, entry.getKey(), window, out);
        entry.setValue(window);
      }
    }
  }

  private void sendOver(
      String place,
      Window length,
      MapState<Long, PlaceWindow> state,
      long watermark,
      Collector<PlaceMetric> out)
      throws Exception {
    for (Map.Entry<Long, PlaceWindow> entry : state.entries()) {
      PlaceWindow window = entry.getValue();
      boolean isOver = windows.endOf(length, entry.getKey()) - 1 <= watermark;
      if (isOver && !window.isClosed()) {
        window.close();
      }
      if (isOver && window.hasUnsent()) {
        send(place, length, entry.getKey(), window, out);
        entry.setValue(window);
      }
    }
  }

  private void send(
      String place, Window length, long start, PlaceWindow window, Collector<PlaceMetric> out)
      throws Exception {
    String lies = district.value();
    window.send(
        (measure, tally) ->
            out.collect(
                new PlaceMetric(
                    place,
                    PlaceCodes.levelOf(place),
                    lies,
                    measure,
                    length,
                    start,
                    window.isClosed(),
                    tally)));
  }

  private void forget(Window length, MapState<Long, PlaceWindow> state, long watermark)
      throws Exception {
    List<Long> gone = new ArrayList<>();
    for (long start : state.keys()) {
      if (expiry(windows.endOf(length, start)) <= watermark) {
        gone.add(start);
      }
    }
    for (long start : gone) {
      state.remove(start);
    }
  }

  private static long expiry(long end) {
    return EventTime.expiry(end) + LONGEST_WAIT;
  }
}
