package city.xueliang.domain.response;

import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.alert.AlertState;
import city.xueliang.domain.alert.CloseReason;
import city.xueliang.domain.alert.Response;
import city.xueliang.domain.rule.CommandLevel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What the newest revision of an alert changed. */
public final class AlertSteps {
  private static final double MILLIS = 1_000.0;

  private final AlertMark before;
  private final Alert alert;
  private final Response response;
  private final List<String> zones;

  /** Whether it is open and not held back. */
  private final boolean stands;

  /** Whether seats are told of it: it opened, came back, or is not held back any more. */
  private final boolean isTold;

  private AlertSteps(AlertMark before, Alert alert, List<String> zones) {
    this.before = before;
    this.alert = alert;
    this.response = alert.response();
    this.zones = zones;
    this.stands =
        alert.state().isOpen() && !alert.held().isHeld() && alert.response().openedAt() != 0;
    this.isTold = stands && response.openedAt() != before.openedAt();
  }

  /**
   * Tells places and seats what changed since the last revision that is known. One that is not
   * newer changes nothing.
   *
   * @param zones codes of those that hold the alert's grid now; empty for an alert of no grid
   * @return what is to be known for the next revision
   */
  public static AlertMark follow(
      AlertMark before,
      Alert alert,
      List<String> zones,
      Consumer<ResponseStep> places,
      Consumer<SeatStep> seats) {
    if (alert.revision() <= before.revision()) {
      return before;
    }
    return new AlertSteps(before, alert, zones).follow(places, seats);
  }

  private AlertMark follow(Consumer<ResponseStep> places, Consumer<SeatStep> seats) {
    Standing after = stands ? here() : null;
    tellPlaces(after, places);
    tellSeats(after, seats);
    return new AlertMark(
        alert.revision(),
        alert.state().isOpen(),
        after,
        response.escalations(),
        isTold ? alert.reopenings() : before.reopenings(),
        stands ? response.openedAt() : before.openedAt(),
        response.acknowledgedAt(),
        response.onSiteAt(),
        alert.changedAt());
  }

  /** An alert that stays where it was stays in the zones that were told of it. */
  private Standing here() {
    Standing was = before.standing();
    String place = alert.scope().place();
    boolean stays = was != null && !isTold && was.place().equals(place);
    return new Standing(
        place,
        alert.scope().district(),
        stays ? was.zones() : zones,
        alert.colour(),
        was != null && !isTold ? lower(was.from()) : response.commandLevel(),
        response.commandLevel());
  }

  private CommandLevel lower(CommandLevel level) {
    return level.compareTo(response.commandLevel()) < 0 ? level : response.commandLevel();
  }

  private void tellPlaces(Standing after, Consumer<ResponseStep> sink) {
    Standing was = before.standing();
    if (was != null && after != null && !was.isAt(after)) {
      tell(was, ResponseChange.ofOpen(-1), sink);
      tell(after, change(1), sink);
    } else if (after != null) {
      tell(after, change(was == null ? 1 : 0), sink);
    } else {
      tell(was == null ? here() : was, change(was == null ? 0 : -1), sink);
    }
  }

  private void tell(Standing where, ResponseChange change, Consumer<ResponseStep> sink) {
    if (!change.equals(ResponseChange.NONE)) {
      where.forEachPlace(
          (place, district) ->
              sink.accept(
                  new ResponseStep(
                      place, district, alert.ruleId(), where.colour(), alert.changedAt(), change)));
    }
  }

  /** An end counts only where the beginning was told. */
  private ResponseChange change(int open) {
    boolean hasEnded = before.isOpen() && !alert.state().isOpen() && before.openedAt() != 0;
    boolean isClosed = hasEnded && alert.state() == AlertState.CLOSED;
    return new ResponseChange(
        isTold ? 1 : 0,
        isClosed ? 1 : 0,
        hasEnded && !isClosed ? 1 : 0,
        isClosed && response.closeReason() == CloseReason.FALSE_ALARM ? 1 : 0,
        Math.max(0, response.escalations() - (isTold ? 0 : before.escalations())),
        open,
        seconds(before.acknowledgedAt(), response.acknowledgedAt()),
        seconds(before.onSiteAt(), response.onSiteAt()),
        isClosed ? seconds(0, response.closedAt()) : Double.NaN);
  }

  /** From being told to this, if it happened now. */
  private double seconds(long known, long time) {
    return time == 0 || time == known || response.openedAt() == 0
        ? Double.NaN
        : Math.max(0, time - response.openedAt()) / MILLIS;
  }

  private void tellSeats(Standing after, Consumer<SeatStep> sink) {
    List<String> were = before.standing() == null ? List.of() : before.standing().seats();
    List<String> are = after == null ? List.of() : after.seats();
    Set<String> all = new LinkedHashSet<>(were);
    all.addAll(are);
    for (String seat : all) {
      tellSeat(seat, were.contains(seat), are.contains(seat), sink);
    }
  }

  private void tellSeat(String seat, boolean was, boolean is, Consumer<SeatStep> sink) {
    boolean waited = was && before.onSiteAt() == 0;
    boolean waits = is && response.onSiteAt() == 0;
    boolean goesOn = waited && waits && before.openedAt() == response.openedAt();
    if (waited && !goesOn) {
      sink.accept(new SeatStep(seat, alert.changedAt(), null, 0, -1, before.openedAt()));
    }
    SeatStep.Alarm alarm = is && (isTold || !was) ? alarm() : null;
    int open = (is ? 1 : 0) - (was ? 1 : 0);
    int waiting = waits && !goesOn ? 1 : 0;
    if (alarm != null || open != 0 || waiting != 0) {
      sink.accept(new SeatStep(seat, alert.changedAt(), alarm, open, waiting, response.openedAt()));
    }
  }

  private SeatStep.Alarm alarm() {
    return new SeatStep.Alarm(
        alert.colour(),
        new AlarmSource(alert.ruleId(), alert.scope().key(), alert.scope().place()),
        isTold && alert.reopenings() > before.reopenings());
  }
}
