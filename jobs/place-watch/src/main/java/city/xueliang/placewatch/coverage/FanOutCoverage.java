package city.xueliang.placewatch.coverage;

import city.xueliang.domain.coverage.Coverage;
import city.xueliang.domain.coverage.CoverageDifference;
import city.xueliang.domain.coverage.DeviceStatusChange;
import city.xueliang.domain.coverage.GridCoverage;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.place.PlacesOfGrid;
import city.xueliang.domain.place.Zones;
import city.xueliang.domain.tally.Minutes;
import city.xueliang.flink.state.BinaryTypeInfo;
import city.xueliang.placewatch.intake.PlaceChange;
import city.xueliang.placewatch.watch.SilenceClock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Tells each grid's places (itself, its ancestors, the zones that hold it now) what its devices
 * change in them. Changes of the same second, or in a replay of the same watermark, go as one.
 *
 * <p>A zone that takes a grid in or gives it up takes or gives all of its coverage.
 *
 * <p>State of a grid, while one of its devices is expected: what its places know of it, and what
 * they are to be told next.
 */
public final class FanOutCoverage
    extends KeyedBroadcastProcessFunction<
        String, DeviceStatusChange, PlaceChange, CoverageDifference> {
  private static final long serialVersionUID = 1L;

  /** The newest entry of each zone of the registry, by code; that it was removed is one, too. */
  public static final MapStateDescriptor<String, PlaceChange> ZONES =
      new MapStateDescriptor<>(
          "coverage-zones",
          Types.STRING,
          BinaryTypeInfo.of(PlaceChange.class, new PlaceChange.Form()));

  private final SilenceClock clock;
  private transient ValueStateDescriptor<GridCoverage> descriptor;
  private transient ValueState<GridCoverage> state;

  /** Null until this run needs it: broadcast state can be read only while something comes. */
  private transient Zones zones;

  public FanOutCoverage(SilenceClock clock) {
    this.clock = clock;
  }

  @Override
  public void open(OpenContext context) {
    descriptor =
        new ValueStateDescriptor<>(
            "grid-coverage", BinaryTypeInfo.of(GridCoverage.class, new GridCoverage.Form()));
    state = getRuntimeContext().getState(descriptor);
  }

  @Override
  public void processElement(
      DeviceStatusChange change, ReadOnlyContext context, Collector<CoverageDifference> out)
      throws Exception {
    GridCoverage known = state.value();
    GridCoverage grid = known == null ? new GridCoverage() : known;
    grid.take(change);
    state.update(grid);
    clock.register(context.timerService(), clock.soon(context.timerService()));
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<CoverageDifference> out)
      throws Exception {
    GridCoverage grid = state.value();
    if (grid == null) {
      return;
    }
    String code = context.getCurrentKey();
    List<String> holding = zonesOf(code, context.getBroadcastState(ZONES));
    grid.tell(
        (minute, difference) ->
            PlacesOfGrid.forEach(
                code,
                holding,
                (place, district) ->
                    out.collect(new CoverageDifference(place, district, minute, difference))));
    if (grid.isOver()) {
      state.clear();
    } else {
      state.update(grid);
    }
  }

  @Override
  public void processBroadcastElement(
      PlaceChange change, Context context, Collector<CoverageDifference> out) throws Exception {
    if (PlaceCodes.levelOf(change.code()) != Level.ZONE) {
      return;
    }
    BroadcastState<String, PlaceChange> known = context.getBroadcastState(ZONES);
    PlaceChange before = known.get(change.code());
    if (before != null && change.position().isBefore(before.position())) {
      return;
    }
    known.put(change.code(), change);
    if (zones != null) {
      hold(change);
    }
    Set<String> given = before == null ? new HashSet<>() : new HashSet<>(before.grids());
    Set<String> taken = new HashSet<>(change.grids());
    taken.removeAll(given);
    given.removeAll(change.grids());
    if (!given.isEmpty() || !taken.isEmpty()) {
      long now = clock.now(context.currentProcessingTime(), context.currentWatermark());
      context.applyToKeyedState(
          descriptor,
          (code, grid) -> {
            boolean isTaken = taken.contains(code);
            if (isTaken || given.contains(code)) {
              tellZone(change.code(), code, grid.value(), isTaken, now, out);
            }
          });
    }
  }

  private static void tellZone(
      String zone,
      String code,
      GridCoverage grid,
      boolean isTaken,
      long now,
      Collector<CoverageDifference> out) {
    Coverage all = grid.told().negated();
    if (!all.isZero()) {
      long minute = now == SilenceClock.UNKNOWN ? grid.latest() : Minutes.startOf(now);
      Coverage difference = isTaken ? all.negated() : all;
      out.collect(new CoverageDifference(zone, PlaceCodes.cityOf(code), minute, difference));
    }
  }

  private List<String> zonesOf(String grid, ReadOnlyBroadcastState<String, PlaceChange> known)
      throws Exception {
    if (zones == null) {
      zones = new Zones();
      for (Map.Entry<String, PlaceChange> zone : known.immutableEntries()) {
        hold(zone.getValue());
      }
    }
    return zones.of(grid, Long.MAX_VALUE - 1);
  }

  /** Only the newest set of grids counts, so it is put as the zone's first and only one. */
  private void hold(PlaceChange zone) {
    zones.put(zone.code(), zone.grids(), Long.MIN_VALUE);
  }
}
