package city.xueliang.placewatch;

import static city.xueliang.flink.job.Stations.station;

import city.xueliang.domain.coverage.CoverageDifference;
import city.xueliang.domain.coverage.DeviceStatusChange;
import city.xueliang.domain.coverage.PlaceCoverage;
import city.xueliang.flink.state.BinaryTypeInfo;
import city.xueliang.placewatch.PlaceWatchPipeline.Clocks;
import city.xueliang.placewatch.coverage.CoverPlaces;
import city.xueliang.placewatch.coverage.FanOutCoverage;
import city.xueliang.placewatch.intake.PlaceChange;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The part of the pipeline in which changes of devices become the coverage of every place. */
final class PlaceCovering {
  private PlaceCovering() {}

  /** Lays it. */
  static DataStream<PlaceCoverage> build(
      DataStream<DeviceStatusChange> changes, DataStream<PlaceChange> places, Clocks clocks) {
    var differences =
        station(
            "fan-out-coverage",
            changes
                .keyBy(DeviceStatusChange::grid)
                .connect(places.broadcast(FanOutCoverage.ZONES))
                .process(
                    new FanOutCoverage(clocks.silenceBy()),
                    BinaryTypeInfo.of(CoverageDifference.class, new CoverageDifference.Form())));
    return station(
        "cover-places",
        differences
            .keyBy(CoverageDifference::place)
            .process(
                new CoverPlaces(clocks.silenceBy(), clocks.zone()),
                BinaryTypeInfo.of(PlaceCoverage.class, new PlaceCoverage.Form())));
  }
}
