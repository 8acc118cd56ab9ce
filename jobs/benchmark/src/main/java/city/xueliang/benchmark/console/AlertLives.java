package city.xueliang.benchmark.console;

import city.xueliang.domain.place.PlaceCodes;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.AlertState;
import city.xueliang.schemas.Colour;
import city.xueliang.schemas.CommandLevel;
import city.xueliang.schemas.Evidence;
import city.xueliang.schemas.PlaceLevel;
import city.xueliang.schemas.Quantity;
import city.xueliang.schemas.ReasonCode;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * Alerts that come up, are worked and closed; one that was closed is followed by another, so that
 * always the same number is open. The same seed gives the same lives.
 */
final class AlertLives {
  /** Of one alert: opened, seen more often, acknowledged, on site, closed. */
  static final int REVISIONS = 20;

  private static final int ACKNOWLEDGED_FROM = 8;
  private static final int ON_SITE_FROM = 14;
  private static final int DEADLINE_SECONDS = 300;
  private static final List<Colour> COLOURS =
      List.of(Colour.BLUE, Colour.YELLOW, Colour.YELLOW, Colour.ORANGE, Colour.ORANGE, Colour.RED);

  private final List<String> grids;
  private final Random random;
  private final Alert[] open;
  private int next;
  private int toReplace = -1;

  /** So many open alerts in these grids. */
  AlertLives(List<String> grids, int alerts, long seed) {
    this.grids = List.copyOf(grids);
    this.random = new Random(seed);
    this.open = new Alert[alerts];
  }

  /** What stands at first. */
  List<Alert> beginning(Instant now) {
    for (int slot = 0; slot < open.length; slot++) {
      open[slot] = revised(opened(now), 1 + random.nextInt(REVISIONS - 1), now);
    }
    return List.of(open);
  }

  /** The next change: of an alert that is open, or a new one for one that was just closed. */
  Alert change(Instant now) {
    int slot = toReplace >= 0 ? toReplace : random.nextInt(open.length);
    open[slot] =
        toReplace >= 0 ? opened(now) : revised(open[slot], open[slot].getRevision() + 1, now);
    toReplace = open[slot].getState() == AlertState.CLOSED ? slot : -1;
    return open[slot];
  }

  private Alert opened(Instant now) {
    int number = next++;
    String grid = grids.get(random.nextInt(grids.size()));
    String device = PlaceCodes.districtOf(grid) + "00001340%06d".formatted(number % 1_000_000);
    return Alert.newBuilder()
        .setAlertId(SentRevisions.id(number))
        .setRevision(1)
        .setRuleId("gas-second-stage")
        .setRuleVersion(1)
        .setColour(COLOURS.get(random.nextInt(COLOURS.size())))
        .setState(AlertState.OPEN)
        .setPlace(grid)
        .setLevel(PlaceLevel.GRID)
        .setDistrict(PlaceCodes.districtOf(grid))
        .setDeviceId(device)
        .setFirstOccurredAt(now)
        .setLastOccurredAt(now)
        .setOccurrences(1)
        .setLimit(20.0)
        .setEvidence(List.of(reading(device, now)))
        .setDevices(List.of(device))
        .setOpenedAt(now)
        .setCommandLevel(CommandLevel.COMMUNITY)
        .setNextDeadlineAt(now.plusSeconds(DEADLINE_SECONDS))
        .setChangedAt(now)
        .build();
  }

  private Alert revised(Alert alert, int revision, Instant now) {
    boolean isClosed = revision == REVISIONS;
    boolean isKnown = revision >= ACKNOWLEDGED_FROM;
    boolean isOnSite = revision >= ON_SITE_FROM;
    return Alert.newBuilder(alert)
        .setRevision(revision)
        .setState(state(revision))
        .setLastOccurredAt(now)
        .setOccurrences(revision)
        .setEvidence(List.of(reading(alert.getDeviceId(), now)))
        .setAcknowledgedAt(
            isKnown && alert.getAcknowledgedAt() == null ? now : alert.getAcknowledgedAt())
        .setOnSiteAt(isOnSite && alert.getOnSiteAt() == null ? now : alert.getOnSiteAt())
        .setClosedAt(isClosed ? now : null)
        .setReasonCode(isClosed ? ReasonCode.HANDLED : null)
        .setSeat(isKnown ? alert.getDistrict() + "-dispatch-01" : null)
        .setNextDeadlineAt(isOnSite ? null : alert.getNextDeadlineAt())
        .setChangedAt(now)
        .build();
  }

  private static AlertState state(int revision) {
    if (revision == REVISIONS) {
      return AlertState.CLOSED;
    }
    if (revision >= ON_SITE_FROM) {
      return AlertState.ON_SITE;
    }
    return revision >= ACKNOWLEDGED_FROM ? AlertState.ACKNOWLEDGED : AlertState.OPEN;
  }

  private Evidence reading(String device, Instant at) {
    return Evidence.newBuilder()
        .setDeviceId(device)
        .setQuantity(Quantity.GAS_LEL_PERCENT)
        .setValue(20 + random.nextInt(800) / 10.0)
        .setOccurredAt(at)
        .build();
  }
}
