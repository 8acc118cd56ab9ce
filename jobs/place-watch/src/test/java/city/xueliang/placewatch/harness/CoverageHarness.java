package city.xueliang.placewatch.harness;

import city.xueliang.domain.coverage.CoverageDifference;
import city.xueliang.domain.coverage.PlaceCoverage;
import city.xueliang.domain.place.Place.Validity;
import city.xueliang.domain.tally.Window;
import city.xueliang.placewatch.coverage.CoverPlaces;
import city.xueliang.placewatch.intake.PlaceChange;
import city.xueliang.placewatch.intake.Position;
import city.xueliang.placewatch.watch.SilenceClock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;

/**
 * The way from a record to the coverage of places: the watch over devices, the fan-out and the
 * operator of places, one after the other, with one clock and one watermark. A day begins at 16:00
 * UTC.
 */
public final class CoverageHarness implements AutoCloseable {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final SilenceClock silenceBy;
  private final List<PlaceCoverage> rows = new ArrayList<>();
  private DeviceHarness devices;
  private FanOutHarness grids;
  private KeyedHarness<CoverageDifference, PlaceCoverage> places;
  private int changesTaken;
  private int differencesTaken;
  private int rowsTaken;
  private Instant clock;

  private CoverageHarness(SilenceClock silenceBy, Instant start) throws Exception {
    this.silenceBy = silenceBy;
    this.clock = start;
    open(DeviceHarness.start(silenceBy), null, null);
    devices.endRegistry();
  }

  /** Starts with a registry that is empty. */
  public static CoverageHarness start(SilenceClock silenceBy, Instant now) throws Exception {
    return new CoverageHarness(silenceBy, now);
  }

  private void open(
      DeviceHarness watch, OperatorSubtaskState gridState, OperatorSubtaskState placeState)
      throws Exception {
    devices = watch;
    grids = FanOutHarness.start(silenceBy, gridState);
    places =
        new KeyedHarness<>(new CoverPlaces(silenceBy, ZONE), CoverageDifference::place, placeState);
    changesTaken = 0;
    differencesTaken = 0;
    rowsTaken = 0;
    setClock(clock);
  }

  /** As after a failure that lasted until then. */
  public void restart(Instant back) throws Exception {
    OperatorSubtaskState gridState = grids.stop();
    OperatorSubtaskState placeState = places.stop();
    clock = back;
    open(devices.restart(), gridState, placeState);
  }

  /** Where records and the registry's devices are put in; {@link #advance} sends them on. */
  public DeviceHarness devices() {
    return devices;
  }

  /** Publishes the newest grids of a zone; without any it is removed. */
  public void publishZone(String code, long version, String... codes) throws Exception {
    grids.publish(
        new PlaceChange(
            code,
            codes.length == 0 ? null : Validity.ALWAYS,
            Arrays.asList(codes),
            new Position(version, version)));
    sendOn();
  }

  /** Lets the clock go on, second by second. */
  public void advance(Instant until) throws Exception {
    while (clock.isBefore(until)) {
      setClock(clock.plusSeconds(1));
    }
  }

  /** Lets the clock leap, as when the operators were held up. */
  public void leap(Instant until) throws Exception {
    setClock(until);
  }

  private void setClock(Instant now) throws Exception {
    clock = now;
    devices.clock(now);
    sendOn();
    grids.clock(now);
    sendOn();
    places.clock(now);
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
    devices.reach(watermark);
    sendOn();
    grids.reach(watermark);
    sendOn();
    places.reach(watermark);
    sendOn();
  }

  private void sendOn() throws Exception {
    var changes = devices.statusChanges();
    for (; changesTaken < changes.size(); changesTaken++) {
      grids.send(changes.get(changesTaken));
    }
    var differences = grids.output();
    for (; differencesTaken < differences.size(); differencesTaken++) {
      places.send(differences.get(differencesTaken));
    }
    var sent = places.output();
    for (; rowsTaken < sent.size(); rowsTaken++) {
      rows.add(sent.get(rowsTaken));
    }
  }

  /** All rows of a place and window so far, in the order in which they were sent. */
  public List<PlaceCoverage> rows(String place, Window window) {
    return rows.stream()
        .filter(row -> row.place().equals(place) && row.window() == window)
        .toList();
  }

  /** The newest row of a place's minute. */
  public PlaceCoverage minute(String place, Instant start) {
    return newest(place, Window.MINUTE, start);
  }

  /** The newest row of a place's window. */
  public PlaceCoverage newest(String place, Window window, Instant start) {
    return rows(place, window).stream()
        .filter(row -> row.windowStart() == start.toEpochMilli())
        .reduce((older, newer) -> newer)
        .orElseThrow(() -> new AssertionError("no row of " + place + " at " + start));
  }

  /** How many values and timers all of them keep, but for the registry itself. */
  public long kept() {
    return devices.keysWith("device-contact")
        + devices.keysWith("device-contact-timer")
        + grids.keysWith("grid-coverage")
        + places.keysWith("timeline")
        + places.keysWith("show-at")
        + devices.clockTimers()
        + grids.clockTimers()
        + places.clockTimers()
        + places.timers();
  }

  @Override
  public void close() throws Exception {
    devices.close();
    grids.close();
    places.close();
  }
}
