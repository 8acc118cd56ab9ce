package city.xueliang.testing;

import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.alert.AlertState;
import city.xueliang.domain.alert.CloseReason;
import city.xueliang.domain.alert.Held;
import city.xueliang.domain.alert.Response;
import city.xueliang.domain.alert.Scope;
import city.xueliang.domain.alert.Why;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.rule.CommandLevel;
import java.time.Instant;
import java.util.List;

/** The life of one alert, revision by revision, as a desk publishes it. */
public final class TestingAlertLife {
  private final String id;
  private String ruleId = "gas-leak";
  private String place = Town.GRID;
  private String deviceId = "";
  private Colour colour = Colour.RED;
  private AlertState state = AlertState.OPEN;
  private Held held = Held.NOT;
  private CommandLevel level = CommandLevel.COMMUNITY;
  private CloseReason reason;
  private int revision;
  private int escalations;
  private int reopenings;
  private long openedAt;
  private long acknowledgedAt;
  private long onSiteAt;
  private long closedAt;

  private TestingAlertLife(String id) {
    this.id = id;
  }

  /** A red one of a gas leak in the town's grid, worked by its community. */
  public static TestingAlertLife of(String id) {
    return new TestingAlertLife(id);
  }

  public TestingAlertLife rule(String ruleId) {
    this.ruleId = ruleId;
    return this;
  }

  public TestingAlertLife in(String place) {
    this.place = place;
    return this;
  }

  public TestingAlertLife about(String deviceId) {
    this.deviceId = deviceId;
    return this;
  }

  public TestingAlertLife colour(Colour colour) {
    this.colour = colour;
    return this;
  }

  public TestingAlertLife workedBy(CommandLevel level) {
    this.level = level;
    return this;
  }

  /** Opens it, or opens it again; seats are told. */
  public Alert open(Instant at) {
    reopenings += revision > 0 ? 1 : 0;
    state = AlertState.OPEN;
    openedAt = at.toEpochMilli();
    acknowledgedAt = 0;
    onSiteAt = 0;
    closedAt = 0;
    escalations = 0;
    reason = null;
    return next(at);
  }

  public Alert acknowledge(Instant at) {
    state = AlertState.ACKNOWLEDGED;
    acknowledgedAt = at.toEpochMilli();
    return next(at);
  }

  public Alert arrive(Instant at) {
    state = AlertState.ON_SITE;
    onSiteAt = at.toEpochMilli();
    return next(at);
  }

  public Alert close(CloseReason reason, Instant at) {
    state = AlertState.CLOSED;
    this.reason = reason;
    closedAt = at.toEpochMilli();
    return next(at);
  }

  public Alert clear(Instant at) {
    state = AlertState.CLEARED;
    return next(at);
  }

  public Alert escalate(Instant at) {
    escalations++;
    level = level.up();
    return next(at);
  }

  public Alert hold(Instant at) {
    held = new Held(0, "", "maintenance");
    return next(at);
  }

  /** Seats are told as if it had just opened. */
  public Alert release(Instant at) {
    held = Held.NOT;
    openedAt = at.toEpochMilli();
    return next(at);
  }

  /** A further occurrence. */
  public Alert repeat(Instant at) {
    return next(at);
  }

  private Alert next(Instant at) {
    revision++;
    return new Alert(
        id,
        revision,
        ruleId,
        1,
        colour,
        new Scope(place, PlaceCodes.levelOf(place), district(), deviceId, null, ""),
        state,
        state.isOpen(),
        1 + reopenings,
        reopenings,
        at.toEpochMilli(),
        at.toEpochMilli(),
        0,
        Why.seen(List.of()),
        List.of(),
        new Response(
            openedAt, acknowledgedAt, onSiteAt, closedAt, reason, "", level, escalations, 0),
        held,
        List.of(),
        at.toEpochMilli());
  }

  private String district() {
    Level level = PlaceCodes.levelOf(place);
    return level == Level.ZONE ? "630100" : PlaceCodes.districtOf(place);
  }
}
