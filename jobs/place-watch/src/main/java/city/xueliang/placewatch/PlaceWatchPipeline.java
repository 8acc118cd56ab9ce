package city.xueliang.placewatch;

import static city.xueliang.flink.job.Stations.station;

import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.coverage.PlaceCoverage;
import city.xueliang.domain.intake.IntakeRow;
import city.xueliang.domain.response.AlarmHealth;
import city.xueliang.domain.response.PlaceResponse;
import city.xueliang.domain.response.WorstSource;
import city.xueliang.domain.state.BinaryForm;
import city.xueliang.domain.tally.PlaceMetric;
import city.xueliang.domain.tally.Window;
import city.xueliang.domain.tally.Windows;
import city.xueliang.flink.state.BinaryTypeInfo;
import city.xueliang.flink.time.AwaitRegistry;
import city.xueliang.placewatch.intake.Accepted;
import city.xueliang.placewatch.intake.Decoded;
import city.xueliang.placewatch.intake.DeviceChange;
import city.xueliang.placewatch.intake.PlaceChange;
import city.xueliang.placewatch.intake.RejectedRecords;
import city.xueliang.placewatch.intake.Rejection;
import city.xueliang.placewatch.intake.RuleChange;
import city.xueliang.placewatch.intake.SplitDecoded;
import city.xueliang.placewatch.intake.TakenAction;
import city.xueliang.placewatch.intake.Verdicts;
import city.xueliang.placewatch.publish.PublishedRevisions;
import city.xueliang.placewatch.publish.SkipPublished;
import city.xueliang.placewatch.registry.RegistryChange;
import city.xueliang.placewatch.watch.SilenceClock;
import city.xueliang.placewatch.watch.WatchDevice;
import city.xueliang.schemas.Topics;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.function.Function;
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
 * devices ── split ─ await ─┘                   │             ├ verdicts ───── keyed by topic ─ tally intake ──> store
 * places ─── split ─ await ─┬ broadcast ────────┘             ├ changes ────── keyed by grid ─ fan out ─┐
 * rules ──── split ─ await ─┘                                 │                     keyed by place ─ cover places ─> store
 *                                                             ├ observations ─ keyed by grid ─ merge grids ─┐
 *                                                             │                     keyed by place ─ roll up places ─> store, place-metrics
 *                                                             ├ sightings ──── keyed by rule and site ─ detect patterns ─┐
 *                                                             └ signals, enrolments ─┐      detect unusual, coverage ─┤
 * dispatch actions ─ split ─ await ────────────────────────── keyed by district ─ alert desk <── signals ──────────┘
 *                                                                                      ├─> alerts
 *                                                          keyed by district ─ follow alerts ┤
 *                                                                   keyed by place ─ roll up response ─> store
 *                                                                   keyed by seat ── watch seats ──────> store
 * </pre>
 *
 * Places and rules are broadcast to whoever judges by them; places to the fan-out and to the
 * merging of grids, too. The minutes of the places go to the detection of what is unusual, their
 * coverage to that of what is dark. The counts of every split join the verdicts. The streams come
 * decoded and with their watermarks; where they come from and where the sinks lead to is {@link
 * PlaceWatchJob}'s.
 */
public final class PlaceWatchPipeline {
  private PlaceWatchPipeline() {}

  /** What flows in. */
  public record Streams(
      DataStream<Decoded<Accepted>> cameraEvents,
      DataStream<Decoded<Accepted>> sensorReadings,
      DataStream<Decoded<DeviceChange>> devices,
      DataStream<Decoded<PlaceChange>> places,
      DataStream<Decoded<RuleChange>> rules,
      DataStream<Decoded<TakenAction>> actions) {}

  /** Rows of minutes are kept for a shorter time than those of hours and days. */
  public record Stores<T>(Sink<T> minutes, Sink<T> history) {}

  /**
   * Where it flows to.
   *
   * @param published what of the alerts was published before a failure
   */
  public record Sinks(
      Stores<PlaceMetric> store,
      Stores<PlaceCoverage> coverage,
      Sink<PlaceMetric> placeMetrics,
      Sink<Alert> alerts,
      PublishedRevisions published,
      ResponseSinks response,
      Sink<Rejection> rejectedRecords,
      Sink<IntakeRow> intake) {}

  /** Where the figures of alerts, of the seats' load and of what causes it flow to. */
  public record ResponseSinks(
      Stores<PlaceResponse> places, Sink<AlarmHealth> seats, Sink<WorstSource> worstSources) {}

  /**
   * How the city tells time.
   *
   * @param zone in which it has its hours and days
   * @param silenceBy by which its devices fall silent and the deadlines of its alerts pass
   */
  public record Clocks(ZoneId zone, SilenceClock silenceBy) {}

  /** Lays the pipeline between streams and sinks. */
  public static void build(Streams streams, Clocks clocks, Sinks sinks) {
    var cameraEvents =
        split(Topics.CAMERA_EVENTS, streams.cameraEvents, Accepted.class, new Accepted.Form());
    var sensorReadings =
        split(Topics.SENSOR_READINGS, streams.sensorReadings, Accepted.class, new Accepted.Form());
    var devices =
        split(Topics.DEVICES, streams.devices, DeviceChange.class, new DeviceChange.Form());
    var places = split(Topics.PLACES, streams.places, PlaceChange.class, new PlaceChange.Form());
    var rules = split(Topics.RULES, streams.rules, RuleChange.class, new RuleChange.Form());
    var actions =
        split(Topics.DISPATCH_ACTIONS, streams.actions, TakenAction.class, new TakenAction.Form());

    var knownPlaces = await("await-places", places);
    var registry = registry(knownPlaces, await("await-rules", rules));
    var watched =
        DeviceWatching.build(
            cameraEvents.union(sensorReadings),
            cameraEvents
                .getSideOutput(RejectedRecords.TAG)
                .union(sensorReadings.getSideOutput(RejectedRecords.TAG)),
            await("await-devices", devices),
            registry,
            new WatchDevice(Windows.in(clocks.zone), clocks.silenceBy()));
    var metrics =
        PlaceTallying.build(
            watched, watched.getSideOutput(WatchDevice.CORRECTIONS), knownPlaces, clocks.zone);
    var coverage =
        PlaceCovering.build(watched.getSideOutput(WatchDevice.STATUS_CHANGES), knownPlaces, clocks);
    var alerts =
        PlaceAlerting.build(
            watched, metrics, coverage, registry, await("await-dispatch-actions", actions), clocks);

    var response = PlaceResponding.build(alerts, knownPlaces, clocks);

    writeToStore("", metrics, PlaceMetric::window, sinks.store);
    writeToStore("coverage-", coverage, PlaceCoverage::window, sinks.coverage);
    writeToStore("response-", response.places(), PlaceResponse::window, sinks.response.places);
    station("write-alarm-health", response.seats().sinkTo(sinks.response.seats));
    station("write-worst-sources", response.worstSources().sinkTo(sinks.response.worstSources));
    station("publish-place-metrics", metrics.sinkTo(sinks.placeMetrics));
    station(
        "publish-alerts",
        station(
                "skip-published",
                alerts.transform(
                    "skip-published", alerts.getType(), new SkipPublished(sinks.published)))
            .sinkTo(sinks.alerts));
    station(
        "publish-rejected-records",
        cameraEvents
            .getSideOutput(RejectedRecords.TAG)
            .union(
                sensorReadings.getSideOutput(RejectedRecords.TAG),
                devices.getSideOutput(RejectedRecords.TAG),
                places.getSideOutput(RejectedRecords.TAG),
                rules.getSideOutput(RejectedRecords.TAG),
                actions.getSideOutput(RejectedRecords.TAG),
                watched.getSideOutput(RejectedRecords.TAG),
                alerts.getSideOutput(RejectedRecords.TAG))
            .sinkTo(sinks.rejectedRecords));

    var counts =
        cameraEvents
            .getSideOutput(SplitDecoded.COUNTS)
            .union(
                sensorReadings.getSideOutput(SplitDecoded.COUNTS),
                devices.getSideOutput(SplitDecoded.COUNTS),
                places.getSideOutput(SplitDecoded.COUNTS),
                rules.getSideOutput(SplitDecoded.COUNTS),
                actions.getSideOutput(SplitDecoded.COUNTS));
    IntakeCounting.build(counts, watched.getSideOutput(Verdicts.TAG), sinks.intake);
  }

  private static DataStream<RegistryChange> registry(
      DataStream<PlaceChange> places, DataStream<RuleChange> rules) {
    return station(
            "take-place-changes",
            places.map(change -> new RegistryChange(change, null)).returns(RegistryChange.TYPE))
        .union(
            station(
                "take-rule-changes",
                rules
                    .map(change -> new RegistryChange(null, change))
                    .returns(RegistryChange.TYPE)));
  }

  private static <T> SingleOutputStreamOperator<T> split(
      String topic, DataStream<Decoded<T>> decoded, Class<T> type, BinaryForm<T> form) {
    String uid = "split-" + topic;
    return station(
        uid, decoded.transform(uid, BinaryTypeInfo.of(type, form), new SplitDecoded<>(topic)));
  }

  private static <T> SingleOutputStreamOperator<T> await(String uid, DataStream<T> changes) {
    return station(uid, changes.transform(uid, changes.getType(), new AwaitRegistry<>()));
  }

  /** A function that can be sent along with the job. */
  interface WindowOf<T> extends Function<T, Window>, Serializable {}

  private static <T> void writeToStore(
      String of, DataStream<T> rows, WindowOf<T> window, Stores<T> store) {
    var minutes =
        station("select-" + of + "minutes", rows.filter(row -> window.apply(row) == Window.MINUTE));
    var history =
        station("select-" + of + "history", rows.filter(row -> window.apply(row) != Window.MINUTE));
    station("write-" + of + "store", minutes.sinkTo(store.minutes));
    station("write-" + of + "history", history.sinkTo(store.history));
  }
}
