package city.xueliang.placewatch.publish;

import city.xueliang.domain.alert.Held;
import city.xueliang.domain.alert.Response;
import city.xueliang.domain.alert.Scope;
import city.xueliang.domain.alert.Why;
import city.xueliang.flink.kafka.RecordBytes;
import city.xueliang.placewatch.intake.Measures;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.AlertCause;
import city.xueliang.schemas.AlertState;
import city.xueliang.schemas.Colour;
import city.xueliang.schemas.CommandLevel;
import city.xueliang.schemas.Evidence;
import city.xueliang.schemas.PlaceLevel;
import city.xueliang.schemas.ReasonCode;
import java.time.Instant;

/** Records of {@code alerts}. */
public final class AlertRecords {
  private AlertRecords() {}

  public static RecordBytes<city.xueliang.domain.alert.Alert> bytes() {
    return new AvroRecordBytes<>(
        Alert.class, city.xueliang.domain.alert.Alert::id, AlertRecords::record);
  }

  static Alert record(city.xueliang.domain.alert.Alert alert) {
    Alert.Builder record =
        Alert.newBuilder()
            .setAlertId(alert.id())
            .setRevision(alert.revision())
            .setRuleId(alert.ruleId())
            .setRuleVersion(alert.ruleVersion())
            .setColour(Colour.valueOf(alert.colour().name()))
            .setState(AlertState.valueOf(alert.state().name()))
            .setConditionHolds(alert.conditionHolds())
            .setFirstOccurredAt(Instant.ofEpochMilli(alert.firstOccurredAt()))
            .setLastOccurredAt(Instant.ofEpochMilli(alert.lastOccurredAt()))
            .setClearedAt(time(alert.clearedAt()))
            .setOccurrences(alert.occurrences())
            .setReopenings(alert.reopenings())
            .setDevices(alert.devices())
            .setInhibits(alert.inhibits())
            .setChangedAt(time(alert.changedAt()));
    tell(alert.scope(), record);
    tell(alert.why(), record);
    tell(alert.response(), record);
    tell(alert.held(), record);
    return record.build();
  }

  private static void tell(Scope scope, Alert.Builder record) {
    record
        .setPlace(scope.place())
        .setLevel(PlaceLevel.valueOf(scope.level().name()))
        .setDistrict(scope.district())
        .setDeviceId(text(scope.deviceId()))
        .setCause(scope.cause() == null ? null : AlertCause.valueOf(scope.cause().name()))
        .setCauseKey(text(scope.causeKey()));
  }

  private static void tell(Why why, Alert.Builder record) {
    record
        .setLimit(number(why.limit()))
        .setExpectedLow(number(why.expectedLow()))
        .setExpectedHigh(number(why.expectedHigh()))
        .setScore(number(why.score()))
        .setEvidence(why.evidence().stream().map(AlertRecords::evidence).toList());
  }

  private static void tell(Response response, Alert.Builder record) {
    record
        .setOpenedAt(time(response.openedAt()))
        .setAcknowledgedAt(time(response.acknowledgedAt()))
        .setOnSiteAt(time(response.onSiteAt()))
        .setClosedAt(time(response.closedAt()))
        .setReasonCode(
            response.closeReason() == null
                ? null
                : ReasonCode.valueOf(response.closeReason().name()))
        .setSeat(text(response.seat()))
        .setCommandLevel(CommandLevel.valueOf(response.commandLevel().name()))
        .setEscalations(response.escalations())
        .setNextDeadlineAt(time(response.nextDeadlineAt()));
  }

  private static void tell(Held held, Alert.Builder record) {
    record
        .setShelvedUntil(time(held.shelvedUntil()))
        .setInhibitedBy(text(held.inhibitedBy()))
        .setSilencedBy(text(held.silencedBy()));
  }

  private static Evidence evidence(city.xueliang.domain.alert.Evidence evidence) {
    return Evidence.newBuilder()
        .setDeviceId(evidence.deviceId())
        .setKind(evidence.measure() == null ? null : Measures.kind(evidence.measure()))
        .setQuantity(evidence.measure() == null ? null : Measures.quantity(evidence.measure()))
        .setValue(evidence.value())
        .setOccurredAt(Instant.ofEpochMilli(evidence.occurredAt()))
        .build();
  }

  /** Null for what did not happen yet. */
  private static Instant time(long epochMillis) {
    return epochMillis == 0 ? null : Instant.ofEpochMilli(epochMillis);
  }

  private static String text(String text) {
    return text.isEmpty() ? null : text;
  }

  private static Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
