package city.xueliang.testing;

import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.alert.AlertState;
import city.xueliang.domain.alert.Evidence;
import city.xueliang.domain.alert.Held;
import city.xueliang.domain.alert.Response;
import city.xueliang.domain.alert.Scope;
import city.xueliang.domain.alert.Why;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.rule.CommandLevel;
import java.time.Instant;
import java.util.List;

/**
 * Builds alerts: the first revision of a red one that opened at noon at {@link Town#SENSOR} in
 * {@link Town#GRID}, with a minute to acknowledge it, unless told otherwise. For more, change the
 * {@link Alert#draft} of what comes out.
 */
public final class TestingAlert {
  private static final int FIRST_DEADLINE_SECONDS = 60;

  private final String id;
  private String ruleId = "gas";
  private int revision = 1;
  private Colour colour = Colour.RED;
  private AlertState state = AlertState.OPEN;
  private String place = Town.GRID;
  private String deviceId = Town.SENSOR;
  private Instant openedAt = Moments.NOON;
  private Instant changedAt = Moments.NOON;
  private Held held = Held.NOT;

  private TestingAlert(String id) {
    this.id = id;
  }

  public static TestingAlert alert(String id) {
    return new TestingAlert(id);
  }

  public TestingAlert rule(String ruleId) {
    this.ruleId = ruleId;
    return this;
  }

  public TestingAlert revision(int revision) {
    this.revision = revision;
    return this;
  }

  public TestingAlert colour(Colour colour) {
    this.colour = colour;
    return this;
  }

  public TestingAlert state(AlertState state) {
    this.state = state;
    return this;
  }

  /** About a place, not a device. */
  public TestingAlert in(String place) {
    this.place = place;
    this.deviceId = "";
    return this;
  }

  /** When it came up, and the seats were told at once. */
  public TestingAlert openedAt(Instant at) {
    this.openedAt = at;
    this.changedAt = at;
    return this;
  }

  public TestingAlert changedAt(Instant at) {
    this.changedAt = at;
    return this;
  }

  public TestingAlert held(Held held) {
    this.held = held;
    return this;
  }

  public Alert build() {
    boolean holds = state != AlertState.CLEARED;
    Level level = PlaceCodes.levelOf(place);
    Evidence reading = new Evidence(deviceId, Measure.GAS_LEL_PERCENT, 30, openedAt.toEpochMilli());
    return new Alert(
        id,
        revision,
        ruleId,
        1,
        colour,
        Scope.of(place, level, district(level), deviceId),
        state,
        holds,
        1,
        0,
        openedAt.toEpochMilli(),
        openedAt.toEpochMilli(),
        holds ? 0 : changedAt.toEpochMilli(),
        Why.passed(25, List.of(reading)),
        deviceId.isEmpty() || !holds ? List.of() : List.of(deviceId),
        response(),
        held,
        List.of(),
        changedAt.toEpochMilli());
  }

  private String district(Level level) {
    return switch (level) {
      case CITY -> place;
      case ZONE -> Town.DISTRICT;
      case DISTRICT, STREET, COMMUNITY, GRID -> PlaceCodes.districtOf(place);
    };
  }

  private Response response() {
    Response notYet = Response.notYet(CommandLevel.COMMUNITY);
    if (held.isHeld()) {
      return notYet;
    }
    Response told = notYet.opened(openedAt.toEpochMilli(), CommandLevel.COMMUNITY);
    return state == AlertState.OPEN
        ? told.due(
            CommandLevel.COMMUNITY, 0, openedAt.plusSeconds(FIRST_DEADLINE_SECONDS).toEpochMilli())
        : told;
  }
}
