package city.xueliang.placewatch.harness;

import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.place.Place.Validity;
import city.xueliang.domain.response.AlarmHealth;
import city.xueliang.domain.response.PlaceResponse;
import city.xueliang.domain.response.ResponseStep;
import city.xueliang.domain.response.SeatStep;
import city.xueliang.domain.response.WorstSource;
import city.xueliang.domain.tally.Window;
import city.xueliang.placewatch.intake.PlaceChange;
import city.xueliang.placewatch.intake.Position;
import city.xueliang.placewatch.registry.KnownZones;
import city.xueliang.placewatch.response.FollowAlerts;
import city.xueliang.placewatch.response.RollUpResponse;
import city.xueliang.placewatch.response.WatchSeats;
import city.xueliang.placewatch.watch.SilenceClock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;

/**
 * The way from an alert to the rows of places and seats, with one clock and one watermark. A day
 * begins at 16:00 UTC.
 */
public final class ResponseHarness implements AutoCloseable {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final SilenceClock clock;
  private final List<PlaceResponse> rows = new ArrayList<>();
  private final List<AlarmHealth> seatRows = new ArrayList<>();
  private final List<WorstSource> worstRows = new ArrayList<>();
  private BroadcastHarness<Alert, PlaceChange, ResponseStep> alerts;
  private KeyedHarness<ResponseStep, PlaceResponse> places;
  private KeyedHarness<SeatStep, AlarmHealth> seats;
  private int stepsTaken;
  private int seatStepsTaken;
  private int rowsTaken;
  private int seatRowsTaken;
  private int worstTaken;
  private Instant now;

  private ResponseHarness(SilenceClock clock, Instant start) throws Exception {
    this.clock = clock;
    this.now = start;
    open(null, null, null);
  }

  public static ResponseHarness start(SilenceClock clock, Instant now) throws Exception {
    return new ResponseHarness(clock, now);
  }

  private void open(
      OperatorSubtaskState alertState,
      OperatorSubtaskState placeState,
      OperatorSubtaskState seatState)
      throws Exception {
    alerts =
        new BroadcastHarness<>(
            new FollowAlerts(clock),
            List.of(KnownZones.STATE),
            alert -> alert.scope().district(),
            alertState);
    places = new KeyedHarness<>(new RollUpResponse(clock, ZONE), ResponseStep::place, placeState);
    seats = new KeyedHarness<>(new WatchSeats(clock, ZONE), SeatStep::seat, seatState);
    stepsTaken = 0;
    seatStepsTaken = 0;
    rowsTaken = 0;
    seatRowsTaken = 0;
    worstTaken = 0;
    leap(now);
  }

  /** As after a failure that lasted until then. */
  public void restart(Instant back) throws Exception {
    OperatorSubtaskState alertState = alerts.stop();
    OperatorSubtaskState placeState = places.stop();
    OperatorSubtaskState seatState = seats.stop();
    now = back;
    open(alertState, placeState, seatState);
  }

  public void publishZone(String code, Instant at, String... grids) throws Exception {
    long time = at.toEpochMilli();
    alerts.broadcast(
        new PlaceChange(code, Validity.ALWAYS, Arrays.asList(grids), new Position(time, time)));
  }

  public void send(Alert alert) throws Exception {
    alerts.send(alert);
    sendOn();
  }

  /** Lets the clock go on to the alert's time first. */
  public void live(Alert alert) throws Exception {
    advance(Instant.ofEpochMilli(alert.changedAt()));
    send(alert);
  }

  /** Lets the clock go on, second by second. */
  public void advance(Instant until) throws Exception {
    while (now.isBefore(until)) {
      leap(now.plusSeconds(1));
    }
  }

  /** Lets the clock leap. */
  public void leap(Instant until) throws Exception {
    now = until;
    alerts.clock(now);
    sendOn();
    places.clock(now);
    seats.clock(now);
    sendOn();
  }

  /** Lets the watermark pass through all of them. */
  public void reach(Instant watermark) throws Exception {
    reach(watermark.toEpochMilli());
  }

  /** Ends the input. */
  public void drain() throws Exception {
    reach(Long.MAX_VALUE);
  }

  private void reach(long watermark) throws Exception {
    alerts.reach(watermark);
    sendOn();
    places.reach(watermark);
    seats.reach(watermark);
    sendOn();
  }

  private void sendOn() throws Exception {
    var steps = alerts.output();
    for (; stepsTaken < steps.size(); stepsTaken++) {
      places.send(steps.get(stepsTaken));
    }
    var seatSteps = alerts.output(FollowAlerts.SEAT_STEPS);
    for (; seatStepsTaken < seatSteps.size(); seatStepsTaken++) {
      seats.send(seatSteps.get(seatStepsTaken));
    }
    rowsTaken = take(places.output(), rowsTaken, rows);
    seatRowsTaken = take(seats.output(), seatRowsTaken, seatRows);
    worstTaken = take(seats.output(WatchSeats.WORST_SOURCES), worstTaken, worstRows);
  }

  private static <T> int take(List<T> sent, int taken, List<T> into) {
    into.addAll(sent.subList(taken, sent.size()));
    return sent.size();
  }

  /** All rows so far, in the order in which they were sent. */
  public List<PlaceResponse> rows() {
    return rows;
  }

  /** All rows of a place and window so far, in the order in which they were sent. */
  public List<PlaceResponse> rows(String place, Window window) {
    return rows.stream()
        .filter(row -> row.place().equals(place) && row.window() == window)
        .toList();
  }

  /** The newest row of a place's window. */
  public PlaceResponse newest(String place, Window window, Instant start) {
    return rows(place, window).stream()
        .filter(row -> row.windowStart() == start.toEpochMilli())
        .reduce((older, newer) -> newer)
        .orElseThrow(() -> new AssertionError("no row of " + place + " at " + start));
  }

  /** All rows of a seat and window so far, in the order in which they were sent. */
  public List<AlarmHealth> seatRows(String seat, Window window) {
    return seatRows.stream()
        .filter(row -> row.place().equals(seat) && row.window() == window)
        .toList();
  }

  /** The newest row of a seat's window. */
  public AlarmHealth seat(String seat, Window window, Instant start) {
    return seatRows(seat, window).stream()
        .filter(row -> row.windowStart() == start.toEpochMilli())
        .reduce((older, newer) -> newer)
        .orElseThrow(() -> new AssertionError("no row of " + seat + " at " + start));
  }

  /** The newest row of a rank among a seat's sources; null if there is none. */
  public WorstSource worst(String seat, int rank) {
    return worstRows.stream()
        .filter(row -> row.place().equals(seat) && row.rank() == rank)
        .reduce((older, newer) -> newer)
        .orElse(null);
  }

  /** How many values and timers all of them keep, but for the registry itself. */
  public long kept() {
    return alerts.keysWith("alert-marks")
        + places.keysWith("response-timelines")
        + seats.keysWith("seat-timeline")
        + alerts.clockTimers()
        + places.clockTimers()
        + seats.clockTimers()
        + alerts.timers()
        + places.timers()
        + seats.timers();
  }

  @Override
  public void close() throws Exception {
    alerts.close();
    places.close();
    seats.close();
  }
}
