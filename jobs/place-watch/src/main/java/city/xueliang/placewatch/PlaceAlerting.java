package city.xueliang.placewatch;

import static city.xueliang.flink.job.Stations.station;

import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.alert.Signal;
import city.xueliang.domain.coverage.PlaceCoverage;
import city.xueliang.domain.tally.PlaceMetric;
import city.xueliang.domain.tally.Window;
import city.xueliang.flink.state.BinaryTypeInfo;
import city.xueliang.placewatch.PlaceWatchPipeline.Clocks;
import city.xueliang.placewatch.desk.AlertDesk;
import city.xueliang.placewatch.desk.DeskInput;
import city.xueliang.placewatch.detect.DetectCoverage;
import city.xueliang.placewatch.detect.DetectPatterns;
import city.xueliang.placewatch.detect.DetectUnusual;
import city.xueliang.placewatch.detect.RoutedSighting;
import city.xueliang.placewatch.intake.TakenAction;
import city.xueliang.placewatch.registry.KnownNeighbours;
import city.xueliang.placewatch.registry.KnownRules;
import city.xueliang.placewatch.registry.KnownZones;
import city.xueliang.placewatch.registry.RegistryChange;
import city.xueliang.placewatch.watch.GridObservation;
import city.xueliang.placewatch.watch.WatchDevice;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** The part of the pipeline in which patterns are detected and alerts are worked. */
final class PlaceAlerting {
  private static final BinaryTypeInfo<Signal> SIGNALS =
      BinaryTypeInfo.of(Signal.class, new Signal.Form());

  private PlaceAlerting() {}

  /**
   * Lays it.
   *
   * @param watched the watch over devices, whose own signals come along
   * @param registry changes of places and rules
   * @param actions of the seats
   */
  static SingleOutputStreamOperator<Alert> build(
      SingleOutputStreamOperator<GridObservation> watched,
      DataStream<PlaceMetric> metrics,
      DataStream<PlaceCoverage> coverage,
      DataStream<RegistryChange> registry,
      DataStream<TakenAction> actions,
      Clocks clocks) {
    DataStream<Signal> signals =
        watched
            .getSideOutput(WatchDevice.SIGNALS)
            .union(
                detectPatterns(watched.getSideOutput(WatchDevice.SIGHTINGS), registry),
                detectUnusual(metrics, registry.broadcast(KnownRules.STATE), clocks),
                detectCoverage(coverage, registry.broadcast(KnownRules.STATE)));
    DataStream<DeskInput> inputs =
        station("take-signals", signals.map(DeskInput::of).returns(DeskInput.TYPE))
            .union(
                station(
                    "take-enrolments",
                    watched
                        .getSideOutput(WatchDevice.ENROLMENTS)
                        .map(DeskInput::of)
                        .returns(DeskInput.TYPE)),
                station("take-actions", actions.map(DeskInput::of).returns(DeskInput.TYPE)));
    return station(
        "alert-desk",
        inputs
            .keyBy(DeskInput::district)
            .connect(registry.broadcast(KnownRules.STATE, KnownZones.STATE))
            .process(
                new AlertDesk(clocks.silenceBy()),
                BinaryTypeInfo.of(Alert.class, new Alert.Form())));
  }

  private static DataStream<Signal> detectPatterns(
      DataStream<RoutedSighting> sightings, DataStream<RegistryChange> registry) {
    return station(
        "detect-patterns",
        sightings
            .keyBy(RoutedSighting::key)
            .connect(registry.broadcast(KnownRules.STATE, KnownZones.STATE, KnownNeighbours.STATE))
            .process(new DetectPatterns(), SIGNALS));
  }

  private static DataStream<Signal> detectUnusual(
      DataStream<PlaceMetric> metrics, BroadcastStream<RegistryChange> registry, Clocks clocks) {
    return station(
        "detect-unusual",
        minutes("unusual", metrics, PlaceMetric::window)
            .keyBy(PlaceMetric::place)
            .connect(registry)
            .process(new DetectUnusual(clocks.zone()), SIGNALS));
  }

  private static DataStream<Signal> detectCoverage(
      DataStream<PlaceCoverage> coverage, BroadcastStream<RegistryChange> registry) {
    return station(
        "detect-coverage",
        minutes("coverage", coverage, PlaceCoverage::window)
            .keyBy(PlaceCoverage::place)
            .connect(registry)
            .process(new DetectCoverage(), SIGNALS));
  }

  private static <T> DataStream<T> minutes(
      String of, DataStream<T> rows, PlaceWatchPipeline.WindowOf<T> window) {
    return station("take-minutes-of-" + of, rows.filter(row -> window.apply(row) == Window.MINUTE));
  }
}
