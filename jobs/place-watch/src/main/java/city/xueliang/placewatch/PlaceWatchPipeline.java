package city.xueliang.placewatch;

import static city.xueliang.flink.job.Stations.station;

import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.rule.ThresholdRule;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.tally.PlaceMetric;
import city.xueliang.domain.tally.Window;
import city.xueliang.flink.state.BinaryTypeInfo;
import city.xueliang.flink.time.AwaitRegistry;
import city.xueliang.placewatch.desk.AlertDesk;
import city.xueliang.placewatch.intake.Accepted;
import city.xueliang.placewatch.intake.Decoded;
import city.xueliang.placewatch.intake.DeviceChange;
import city.xueliang.placewatch.intake.PlaceChange;
import city.xueliang.placewatch.intake.RejectedRecords;
import city.xueliang.placewatch.intake.Rejection;
import city.xueliang.placewatch.intake.SplitDecoded;
import city.xueliang.placewatch.tally.TallyGrids;
import city.xueliang.placewatch.watch.DeviceInput;
import city.xueliang.placewatch.watch.GridObservation;
import city.xueliang.placewatch.watch.WatchDevice;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The way of an event through the job.
 *
 * <pre>
 * camera events ──┐
 *                 ├─ split ─┬ rejected ──────────────────────────────────────> rejected-records
 * sensor readings ┘         └ keyed by device ─ watch device ─┬ rejected ────> rejected-records
 * devices ── split ─ await ─┘                   │             ├ observations ─ keyed by grid ─ tally ─┬> store (minutes, history)
 *                                               │             │                                        └> place-metrics
 * places ─── split ─ await ─ broadcast ─────────┘             └ signals ────── keyed by district ─ alert desk ─> alerts
 * </pre>
 *
 * The streams come decoded and with their watermarks; where they come from and where the sinks lead
 * to is {@link PlaceWatchJob}'s.
 */
public final class PlaceWatchPipeline {
  private PlaceWatchPipeline() {}

  /** What flows in. */
  public record Streams(
      DataStream<Decoded<Accepted>> cameraEvents,
      DataStream<Decoded<Accepted>> sensorReadings,
      DataStream<Decoded<DeviceChange>> devices,
      DataStream<Decoded<PlaceChange>> places) {}

  /** Rows of minutes are kept for a shorter time than those of hours and days. */
  public record Stores<T>(Sink<T> minutes, Sink<T> history) {}

  /** Where it flows to. */
  public record Sinks(
      Stores<PlaceMetric> store,
      Sink<PlaceMetric> placeMetrics,
      Sink<Alert> alerts,
      Sink<Rejection> rejectedRecords) {}

  /** Lays the pipeline between streams and sinks. */
  public static void build(Streams streams, List<ThresholdRule> rules, Sinks sinks) {
    var cameraEvents =
        split("split-camera-events", streams.cameraEvents, Accepted.class, new Accepted.Form());
    var sensorReadings =
        split("split-sensor-readings", streams.sensorReadings, Accepted.class, new Accepted.Form());
    var devices =
        split("split-devices", streams.devices, DeviceChange.class, new DeviceChange.Form());
    var places = split("split-places", streams.places, PlaceChange.class, new PlaceChange.Form());

    var watched =
        watchDevices(
            cameraEvents.union(sensorReadings),
            awaitRegistry("await-devices", devices),
            awaitRegistry("await-places", places),
            rules);
    var metrics = tallyGrids(watched);
    var alerts = runAlertDesk(watched.getSideOutput(WatchDevice.SIGNALS));

    writeToStore(metrics, sinks.store);
    station("publish-place-metrics", metrics.sinkTo(sinks.placeMetrics));
    station("publish-alerts", alerts.sinkTo(sinks.alerts));
    station(
        "publish-rejected-records",
        cameraEvents
            .getSideOutput(RejectedRecords.TAG)
            .union(
                sensorReadings.getSideOutput(RejectedRecords.TAG),
                devices.getSideOutput(RejectedRecords.TAG),
                places.getSideOutput(RejectedRecords.TAG),
                watched.getSideOutput(RejectedRecords.TAG))
            .sinkTo(sinks.rejectedRecords));
  }

  private static <T> SingleOutputStreamOperator<T> split(
      String uid, DataStream<Decoded<T>> decoded, Class<T> type, BinaryForm<T> form) {
    return station(uid, decoded.process(new SplitDecoded<T>(), BinaryTypeInfo.of(type, form)));
  }

  private static <T> SingleOutputStreamOperator<T> awaitRegistry(
      String uid, DataStream<T> changes) {
    return station(uid, changes.transform(uid, changes.getType(), new AwaitRegistry<>()));
  }

  private static SingleOutputStreamOperator<GridObservation> watchDevices(
      DataStream<Accepted> feeds,
      DataStream<DeviceChange> devices,
      DataStream<PlaceChange> places,
      List<ThresholdRule> rules) {
    BinaryTypeInfo<DeviceInput> inputs =
        BinaryTypeInfo.of(DeviceInput.class, new DeviceInput.Form());
    DataStream<DeviceInput> records =
        station("take-records", feeds.map(DeviceInput::of).returns(inputs));
    DataStream<DeviceInput> changes =
        station("take-device-changes", devices.map(DeviceInput::of).returns(inputs));
    return station(
        "watch-device",
        records
            .union(changes)
            .keyBy(DeviceInput::deviceId)
            .connect(places.broadcast(WatchDevice.PLACES))
            .process(
                new WatchDevice(rules),
                BinaryTypeInfo.of(GridObservation.class, new GridObservation.Form())));
  }

  private static SingleOutputStreamOperator<PlaceMetric> tallyGrids(
      DataStream<GridObservation> observations) {
    return station(
        "tally-grids",
        observations
            .keyBy(GridObservation::grid)
            .process(
                new TallyGrids(), BinaryTypeInfo.of(PlaceMetric.class, new PlaceMetric.Form())));
  }

  private static void writeToStore(DataStream<PlaceMetric> metrics, Stores<PlaceMetric> store) {
    var minutes =
        station("select-minutes", metrics.filter(metric -> metric.window() == Window.MINUTE));
    var history =
        station("select-history", metrics.filter(metric -> metric.window() != Window.MINUTE));
    station("write-store", minutes.sinkTo(store.minutes));
    station("write-history", history.sinkTo(store.history));
  }

  private static SingleOutputStreamOperator<Alert> runAlertDesk(DataStream<Signal> signals) {
    return station(
        "alert-desk",
        signals
            .keyBy(Signal::district)
            .process(new AlertDesk(), BinaryTypeInfo.of(Alert.class, new Alert.Form())));
  }
}
