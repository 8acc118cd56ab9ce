package city.xueliang.console.live;

import city.xueliang.schemas.Alert;
import city.xueliang.schemas.AlertState;
import city.xueliang.schemas.Colour;
import city.xueliang.schemas.Evidence;
import city.xueliang.schemas.PlaceLevel;
import city.xueliang.schemas.ReasonCode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Alerts in the form of the API; what is null is left out. */
public final class AlertJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern ALERT_ID = Pattern.compile("[0-9a-f]{32}");
  private static final String HIDDEN = "hidden";

  private AlertJson() {}

  /**
   * AlertSummary.
   *
   * @param seesAlert whether the seat sees the alert with an id
   */
  public static ObjectNode summary(Alert alert, Predicate<String> seesAlert) {
    ObjectNode json = NODES.objectNode();
    json.put("id", alert.getAlertId());
    json.put("revision", alert.getRevision());
    json.put("rule", alert.getRuleId());
    json.put("ruleVersion", alert.getRuleVersion());
    json.put("colour", colour(alert.getColour()).name());
    json.put("state", state(alert.getState()).name());
    json.put("place", alert.getPlace());
    json.put("level", level(alert).name());
    json.put("district", alert.getDistrict());
    put(json, "device", alert.getDeviceId());
    put(json, "firstOccurredAt", alert.getFirstOccurredAt());
    put(json, "lastOccurredAt", alert.getLastOccurredAt());
    put(json, "clearedAt", alert.getClearedAt());
    json.put("occurrences", alert.getOccurrences());
    json.put("conditionHolds", alert.getConditionHolds());
    putWhy(json, alert);
    putWork(json, alert);
    putHeld(json, alert, seesAlert);
    put(json, "changedAt", alert.getChangedAt());
    return json;
  }

  private static void putWhy(ObjectNode json, Alert alert) {
    putLimits(json, alert);
    put(json, "score", alert.getScore());
    List<Evidence> evidence = alert.getEvidence();
    if (!evidence.isEmpty()) {
      Evidence newest = evidence.get(evidence.size() - 1);
      put(json, "measure", measure(newest));
      json.put("value", newest.getValue());
    }
    put(json, "cause", alert.getCause() == null ? null : alert.getCause().name());
    put(json, "causeKey", alert.getCauseKey());
    json.put("deviceCount", alert.getDevices().size());
  }

  static void putLimits(ObjectNode json, Alert alert) {
    put(json, "limit", alert.getLimit());
    put(json, "expectedLow", alert.getExpectedLow());
    put(json, "expectedHigh", alert.getExpectedHigh());
  }

  private static void putWork(ObjectNode json, Alert alert) {
    put(json, "openedAt", alert.getOpenedAt());
    put(json, "acknowledgedAt", alert.getAcknowledgedAt());
    put(json, "onSiteAt", alert.getOnSiteAt());
    put(json, "closedAt", alert.getClosedAt());
    ReasonCode reason = alert.getReasonCode();
    put(json, "reason", reason == null || reason == ReasonCode.UNKNOWN ? null : reason.name());
    put(json, "seat", alert.getSeat());
    json.put("commandLevel", alert.getCommandLevel().name());
    json.put("escalations", alert.getEscalations());
    json.put("reopenings", alert.getReopenings());
    put(json, "nextDeadlineAt", alert.getNextDeadlineAt());
  }

  private static void putHeld(ObjectNode json, Alert alert, Predicate<String> seesAlert) {
    put(json, "shelvedUntil", alert.getShelvedUntil());
    String by = alert.getInhibitedBy();
    put(json, "inhibitedBy", by == null || seesAlert.test(by) ? by : HIDDEN);
    put(json, "silencedBy", alert.getSilencedBy());
    json.put("inhibits", alert.getInhibits().size());
  }

  /** Evidence, the oldest first. */
  public static ArrayNode evidence(List<Evidence> evidence) {
    ArrayNode all = NODES.arrayNode();
    for (Evidence each : evidence) {
      ObjectNode json = all.addObject();
      put(json, "device", each.getDeviceId().isEmpty() ? null : each.getDeviceId());
      put(json, "measure", measure(each));
      json.put("value", each.getValue());
      put(json, "at", each.getOccurredAt());
    }
    return all;
  }

  /** What happened, the oldest first. */
  public static ArrayNode timeline(List<AlertStep> steps, Predicate<String> seesAlert) {
    ArrayNode all = NODES.arrayNode();
    for (AlertStep step : steps) {
      ObjectNode json = all.addObject();
      json.put("step", step.kind().name());
      json.put("at", step.at());
      json.put("revision", step.revision());
      put(json, "seat", step.seat());
      boolean isHidden = isOfAlert(step) && !seesAlert.test(step.detail());
      put(json, "detail", isHidden ? HIDDEN : step.detail());
    }
    return all;
  }

  /** Whether the detail is the id of an alert; a silence that let it go has one of its own form. */
  private static boolean isOfAlert(AlertStep step) {
    return step.detail() != null
        && (step.kind() == AlertStep.Kind.INHIBITED
            || (step.kind() == AlertStep.Kind.RELEASED
                && ALERT_ID.matcher(step.detail()).matches()));
  }

  /** Kind or quantity; null for a silence. */
  static String measure(Evidence evidence) {
    if (evidence.getKind() != null) {
      return evidence.getKind().name();
    }
    return evidence.getQuantity() == null ? null : evidence.getQuantity().name();
  }

  /** One that a newer writer added is taken for the highest: nothing is to be missed. */
  static Colour colour(Colour colour) {
    return colour == Colour.UNKNOWN ? Colour.RED : colour;
  }

  /** One that a newer writer added wants work: nothing is to be missed. */
  static AlertState state(AlertState state) {
    return state == AlertState.UNKNOWN ? AlertState.OPEN : state;
  }

  /** One that a newer writer added is no place of the tree. */
  static PlaceLevel level(Alert alert) {
    return alert.getLevel() == PlaceLevel.UNKNOWN ? PlaceLevel.ZONE : alert.getLevel();
  }

  private static void put(ObjectNode json, String field, String value) {
    if (value != null) {
      json.put(field, value);
    }
  }

  private static void put(ObjectNode json, String field, Double value) {
    if (value != null && Double.isFinite(value)) {
      json.put(field, value);
    }
  }

  private static void put(ObjectNode json, String field, Instant at) {
    if (at != null) {
      json.put(field, at.toEpochMilli());
    }
  }
}
