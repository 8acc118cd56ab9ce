package city.xueliang.placewatch.response;

import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.response.AlertMark;
import city.xueliang.domain.response.AlertSteps;
import city.xueliang.domain.response.ResponseStep;
import city.xueliang.domain.response.SeatStep;
import city.xueliang.flink.state.BinaryTypeInfo;
import city.xueliang.placewatch.intake.PlaceChange;
import city.xueliang.placewatch.registry.KnownZones;
import city.xueliang.placewatch.watch.SilenceClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Tells the places and, aside, the seats of each alert what its newest revision changed for them. A
 * grid's alert is told to the zones that hold the grid when seats are told of it, until it ends.
 *
 * <p>State of a district: what is known of each of its alerts, by id, until a day after it ended.
 */
public final class FollowAlerts
    extends KeyedBroadcastProcessFunction<String, Alert, PlaceChange, ResponseStep> {
  private static final long serialVersionUID = 1L;

  public static final OutputTag<SeatStep> SEAT_STEPS =
      new OutputTag<>("seat-steps", BinaryTypeInfo.of(SeatStep.class, new SeatStep.Form()));

  /** Alerts that ended are forgotten together, for each look goes through all of a district. */
  private static final long ROUND_MILLIS = Duration.ofHours(1).toMillis();

  private final SilenceClock clock;
  private transient MapState<String, AlertMark> marks;
  private transient KnownZones zones;

  public FollowAlerts(SilenceClock clock) {
    this.clock = clock;
  }

  @Override
  public void open(OpenContext context) {
    zones = new KnownZones();
    marks =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "alert-marks",
                    Types.STRING,
                    BinaryTypeInfo.of(AlertMark.class, new AlertMark.Form())));
  }

  @Override
  public void processBroadcastElement(
      PlaceChange change, Context context, Collector<ResponseStep> out) throws Exception {
    zones.take(change, context.getBroadcastState(KnownZones.STATE), context.currentWatermark());
  }

  @Override
  public void processElement(Alert alert, ReadOnlyContext context, Collector<ResponseStep> out)
      throws Exception {
    AlertMark known = marks.get(alert.id());
    AlertMark mark =
        AlertSteps.follow(
            known == null ? AlertMark.NONE : known,
            alert,
            zonesOf(alert, context),
            out::collect,
            step -> context.output(SEAT_STEPS, step));
    marks.put(alert.id(), mark);
    if (!mark.isOpen()) {
      clock.register(context.timerService(), roundAfter(mark.overAt()));
    }
  }

  private List<String> zonesOf(Alert alert, ReadOnlyContext context) throws Exception {
    String place = alert.scope().place();
    return PlaceCodes.levelOf(place) == Level.GRID
        ? zones.of(place, alert.changedAt(), context.getBroadcastState(KnownZones.STATE))
        : List.of();
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<ResponseStep> out)
      throws Exception {
    List<String> over = new ArrayList<>();
    for (Map.Entry<String, AlertMark> each : marks.entries()) {
      if (each.getValue().isOver(timestamp)) {
        over.add(each.getKey());
      }
    }
    for (String id : over) {
      marks.remove(id);
    }
  }

  private static long roundAfter(long time) {
    return Math.floorDiv(time, ROUND_MILLIS) * ROUND_MILLIS + ROUND_MILLIS;
  }
}
