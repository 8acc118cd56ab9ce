package city.xueliang.placewatch;

import static city.xueliang.flink.job.Stations.station;

import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.response.AlarmHealth;
import city.xueliang.domain.response.PlaceResponse;
import city.xueliang.domain.response.ResponseStep;
import city.xueliang.domain.response.SeatStep;
import city.xueliang.domain.response.WorstSource;
import city.xueliang.flink.state.BinaryTypeInfo;
import city.xueliang.placewatch.PlaceWatchPipeline.Clocks;
import city.xueliang.placewatch.intake.PlaceChange;
import city.xueliang.placewatch.registry.KnownZones;
import city.xueliang.placewatch.response.FollowAlerts;
import city.xueliang.placewatch.response.RollUpResponse;
import city.xueliang.placewatch.response.WatchSeats;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The part of the pipeline in which alerts become the response of places and the load of seats. */
final class PlaceResponding {
  private PlaceResponding() {}

  /**
   * What comes of it.
   *
   * @param places rows of minutes, hours and days
   * @param seats rows of hours and days
   * @param worstSources rows of days
   */
  record Rows(
      DataStream<PlaceResponse> places,
      DataStream<AlarmHealth> seats,
      DataStream<WorstSource> worstSources) {}

  /** Lays it. */
  static Rows build(DataStream<Alert> alerts, DataStream<PlaceChange> places, Clocks clocks) {
    var steps =
        station(
            "follow-alerts",
            alerts
                .keyBy(alert -> alert.scope().district())
                .connect(places.broadcast(KnownZones.STATE))
                .process(
                    new FollowAlerts(clocks.silenceBy()),
                    BinaryTypeInfo.of(ResponseStep.class, new ResponseStep.Form())));
    var response =
        station(
            "roll-up-response",
            steps
                .keyBy(ResponseStep::place)
                .process(
                    new RollUpResponse(clocks.silenceBy(), clocks.zone()),
                    BinaryTypeInfo.of(PlaceResponse.class, new PlaceResponse.Form())));
    var seats =
        station(
            "watch-seats",
            steps
                .getSideOutput(FollowAlerts.SEAT_STEPS)
                .keyBy(SeatStep::seat)
                .process(
                    new WatchSeats(clocks.silenceBy(), clocks.zone()),
                    BinaryTypeInfo.of(AlarmHealth.class, new AlarmHealth.Form())));
    return new Rows(response, seats, seats.getSideOutput(WatchSeats.WORST_SOURCES));
  }
}
