package city.xueliang.placewatch.tally;

import city.xueliang.domain.place.PlacesOfGrid;
import city.xueliang.domain.tally.Minutes;
import city.xueliang.domain.tally.PlacePartial;
import city.xueliang.domain.tally.Tallies;
import city.xueliang.flink.state.BinaryTypeInfo;
import city.xueliang.placewatch.intake.PlaceChange;
import city.xueliang.placewatch.registry.KnownZones;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Merges the partials of each grid and, when the watermark passes their minute, sends them to every
 * place that holds the grid: itself, its ancestors, and the zones that it belonged to then. What
 * comes after that waits for the end of the minute at which the watermark stands, so that a burst
 * of late records makes one correction of each row.
 *
 * <p>State of a grid: what was not sent yet.
 */
public final class MergeGrids
    extends KeyedBroadcastProcessFunction<String, PlacePartial, PlaceChange, PlacePartial> {
  private static final long serialVersionUID = 1L;

  private transient MapState<Long, Tallies> unsent;
  private transient KnownZones zones;

  @Override
  public void open(OpenContext context) {
    zones = new KnownZones();
    unsent =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "unsent", Types.LONG, BinaryTypeInfo.of(Tallies.class, new Tallies.Form())));
  }

  @Override
  public void processBroadcastElement(
      PlaceChange change, Context context, Collector<PlacePartial> out) throws Exception {
    zones.take(change, context.getBroadcastState(KnownZones.STATE), context.currentWatermark());
  }

  @Override
  public void processElement(
      PlacePartial partial, ReadOnlyContext context, Collector<PlacePartial> out) throws Exception {
    Tallies tallies = unsent.get(partial.minute());
    if (tallies == null) {
      tallies = new Tallies();
    }
    tallies.merge(partial.tallies());
    unsent.put(partial.minute(), tallies);
    TimerService timers = context.timerService();
    timers.registerEventTimeTimer(due(partial.minute(), timers.currentWatermark()));
  }

  /** The end of a minute, its own or the one that the watermark has reached. */
  private static long due(long minute, long watermark) {
    long own = Minutes.endOf(minute) - 1;
    return own > watermark ? own : Minutes.endOf(Minutes.startOf(watermark)) - 1;
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<PlacePartial> out)
      throws Exception {
    List<Long> sent = new ArrayList<>();
    for (Map.Entry<Long, Tallies> entry : unsent.entries()) {
      long minute = entry.getKey();
      if (Minutes.endOf(minute) - 1 <= timestamp) {
        send(context.getCurrentKey(), minute, entry.getValue(), context, out);
        sent.add(minute);
      }
    }
    for (long minute : sent) {
      unsent.remove(minute);
    }
  }

  private void send(
      String grid,
      long minute,
      Tallies tallies,
      ReadOnlyContext context,
      Collector<PlacePartial> out)
      throws Exception {
    PlacesOfGrid.forEach(
        grid,
        zones.of(grid, minute, context.getBroadcastState(KnownZones.STATE)),
        (place, district) -> out.collect(new PlacePartial(place, district, minute, tallies)));
  }
}
