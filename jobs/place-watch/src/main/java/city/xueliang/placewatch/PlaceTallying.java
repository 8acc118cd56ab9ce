package city.xueliang.placewatch;

import static city.xueliang.flink.job.Stations.station;

import city.xueliang.domain.tally.Contribution;
import city.xueliang.domain.tally.PlaceMetric;
import city.xueliang.domain.tally.PlacePartial;
import city.xueliang.flink.state.BinaryTypeInfo;
import city.xueliang.placewatch.intake.PlaceChange;
import city.xueliang.placewatch.registry.KnownZones;
import city.xueliang.placewatch.tally.CombinePartials;
import city.xueliang.placewatch.tally.MergeGrids;
import city.xueliang.placewatch.tally.RollUpPlaces;
import city.xueliang.placewatch.watch.GridObservation;
import java.time.ZoneId;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** The part of the pipeline in which observations become the metrics of every place. */
final class PlaceTallying {
  private static final BinaryTypeInfo<PlacePartial> PARTIALS =
      BinaryTypeInfo.of(PlacePartial.class, new PlacePartial.Form());

  private PlaceTallying() {}

  /**
   * Lays it. Partials are combined before each of the two shuffles.
   *
   * @param corrections of the devices that places count
   * @param zone in which the city has its hours and days
   */
  static SingleOutputStreamOperator<PlaceMetric> build(
      DataStream<GridObservation> observations,
      DataStream<PlacePartial> corrections,
      DataStream<PlaceChange> places,
      ZoneId zone) {
    var partials = mergeGrids(combine("combine-by-grid", observations), places);
    return rollUp(combine("combine-by-place", partials).union(corrections), zone);
  }

  private static SingleOutputStreamOperator<PlacePartial> combine(
      String uid, DataStream<? extends Contribution> contributions) {
    return station(uid, contributions.transform(uid, PARTIALS, new CombinePartials<>()));
  }

  private static SingleOutputStreamOperator<PlacePartial> mergeGrids(
      DataStream<PlacePartial> partials, DataStream<PlaceChange> places) {
    return station(
        "merge-grids",
        partials
            .keyBy(PlacePartial::place)
            .connect(places.broadcast(KnownZones.STATE))
            .process(new MergeGrids(), PARTIALS));
  }

  private static SingleOutputStreamOperator<PlaceMetric> rollUp(
      DataStream<PlacePartial> partials, ZoneId zone) {
    return station(
        "roll-up-places",
        partials
            .keyBy(PlacePartial::place)
            .process(
                new RollUpPlaces(zone),
                BinaryTypeInfo.of(PlaceMetric.class, new PlaceMetric.Form())));
  }
}
