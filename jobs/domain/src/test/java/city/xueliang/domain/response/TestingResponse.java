package city.xueliang.domain.response;

import static city.xueliang.domain.observation.TestingObservation.NOON;

import city.xueliang.domain.place.Level;
import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.rule.CommandLevel;
import city.xueliang.domain.tally.Window;
import city.xueliang.domain.tally.Windows;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Steps of alerts of one place and one seat, and what is made of them. */
public final class TestingResponse {
  static final Windows WINDOWS = Windows.in(ZoneId.of("Asia/Shanghai"));
  static final String GRID = "630105001001001";
  static final String SEAT = "630105001001";
  private static final String DISTRICT = "630105";

  public static final Standing STANDING =
      new Standing(
          GRID,
          DISTRICT,
          List.of("belt", "corridor"),
          Colour.YELLOW,
          CommandLevel.COMMUNITY,
          CommandLevel.CITY);

  public static final AlertMark MARK =
      new AlertMark(7, true, STANDING, 3, 1, NOON.toEpochMilli(), 1, 2, Long.MAX_VALUE);

  public static final ResponseStep STEP =
      step(NOON, new ResponseChange(1, 1, 0, 1, 300, -1, 60.5, Double.NaN, 0));

  public static final PlaceResponse PLACE_ROW =
      new PlaceResponse(
          "belt",
          Level.ZONE,
          "630100",
          "gas",
          Colour.ORANGE,
          Window.HOUR,
          NOON.toEpochMilli(),
          true,
          new ResponseSummary(1, 2, 3, 4, -5, 6, 7.5, 8.5, Double.NaN, 0));

  public static final AlarmHealth SEAT_ROW =
      new AlarmHealth(
          SEAT,
          Level.COMMUNITY,
          DISTRICT,
          Window.DAY,
          -1,
          false,
          new AlarmSummary(1, 2.5, 3, 4, 5.5, 6, 7, 8, 9, 10, 11, 12.5, 13));

  public static final WorstSource WORST_ROW =
      new WorstSource(
          SEAT, Level.COMMUNITY, DISTRICT, Window.DAY, 0, true, 10, "gas", GRID, 300, 12.5);

  private TestingResponse() {}

  static ResponseStep step(Instant at, ResponseChange change) {
    return new ResponseStep(GRID, DISTRICT, "gas", Colour.RED, at.toEpochMilli(), change);
  }

  static ResponseStep opened(Instant at) {
    return step(at, new ResponseChange(1, 0, 0, 0, 0, 1, Double.NaN, Double.NaN, Double.NaN));
  }

  static ResponseStep cleared(Instant at) {
    return step(at, new ResponseChange(0, 0, 1, 0, 0, -1, Double.NaN, Double.NaN, Double.NaN));
  }

  static ResponseStep acknowledged(Instant at, double seconds) {
    return step(at, new ResponseChange(0, 0, 0, 0, 0, 0, seconds, Double.NaN, Double.NaN));
  }

  /** A seat is told of an alert that waits for somebody from then on. */
  public static SeatStep alarm(Colour colour, String scope, Instant at) {
    return new SeatStep(
        SEAT,
        at.toEpochMilli(),
        new SeatStep.Alarm(colour, new AlarmSource("gas", scope, GRID), true),
        1,
        1,
        at.toEpochMilli());
  }

  /** An alert of which the seat was told ended. */
  static SeatStep ended(Instant at, Instant since) {
    return new SeatStep(SEAT, at.toEpochMilli(), null, -1, -1, since.toEpochMilli());
  }

  public static ResponseFigures figures() {
    ResponseFigures figures = new ResponseFigures();
    figures.add(STEP.change());
    figures.add(acknowledged(NOON, 7).change());
    return figures;
  }

  public static SeatFigures seatFigures() {
    SeatFigures figures = new SeatFigures();
    for (Colour colour : Colour.values()) {
      figures.add(alarm(colour, colour.name(), NOON).alarm());
    }
    figures.close(3);
    return figures;
  }

  public static ResponseTimeline timeline() {
    ResponseTimeline timeline = new ResponseTimeline(GRID, DISTRICT, "gas", Colour.RED);
    timeline.take(opened(NOON), NOON.toEpochMilli(), WINDOWS);
    timeline.advance(NOON.plusSeconds(90).toEpochMilli(), WINDOWS, row -> {});
    timeline.take(STEP, NOON.plusSeconds(91).toEpochMilli(), WINDOWS);
    return timeline;
  }

  public static SeatTimeline seatTimeline() {
    SeatTimeline timeline = new SeatTimeline(SEAT);
    timeline.take(alarm(Colour.RED, "a", NOON), NOON.toEpochMilli(), WINDOWS);
    timeline.advance(NOON.plusSeconds(4_000).toEpochMilli(), WINDOWS, row -> {}, row -> {});
    timeline.take(alarm(Colour.BLUE, "b", NOON), NOON.toEpochMilli(), WINDOWS);
    return timeline;
  }
}
