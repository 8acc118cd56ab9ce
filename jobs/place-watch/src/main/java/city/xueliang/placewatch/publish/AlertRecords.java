package city.xueliang.placewatch.publish;

import city.xueliang.domain.alert.first.Signal;
import city.xueliang.flink.kafka.RecordBytes;
import city.xueliang.placewatch.intake.Measures;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.AlertState;
import city.xueliang.schemas.Colour;
import city.xueliang.schemas.Evidence;
import city.xueliang.schemas.PlaceLevel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Records of {@code alerts}. */
public final class AlertRecords {
  private AlertRecords() {}

  public static RecordBytes<city.xueliang.domain.alert.first.Alert> bytes() {
    return new AvroRecordBytes<>(
        Alert.class, city.xueliang.domain.alert.first.Alert::id, AlertRecords::record);
  }

  static Alert record(city.xueliang.domain.alert.first.Alert alert) {
    Signal raised = alert.raised();
    Instant changedAt = Instant.ofEpochMilli(alert.changedAt());
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(evidence(raised));
    if (!alert.isOpen()) {
      evidence.add(evidence(alert.cleared()));
    }
    return Alert.newBuilder()
        .setAlertId(alert.id())
        .setRevision(alert.revision())
        .setRuleId(raised.ruleId())
        .setRuleVersion(raised.ruleVersion())
        .setColour(Colour.valueOf(raised.colour().name()))
        .setState(alert.isOpen() ? AlertState.OPEN : AlertState.CLEARED)
        .setPlace(raised.grid())
        .setLevel(PlaceLevel.GRID)
        .setDistrict(raised.district())
        .setDeviceId(raised.deviceId())
        .setFirstOccurredAt(Instant.ofEpochMilli(raised.occurredAt()))
        .setLastOccurredAt(changedAt)
        .setClearedAt(alert.isOpen() ? null : changedAt)
        .setOccurrences(1)
        .setLimit(raised.limit())
        .setEvidence(evidence)
        .build();
  }

  private static Evidence evidence(Signal signal) {
    return Evidence.newBuilder()
        .setDeviceId(signal.deviceId())
        .setKind(Measures.kind(signal.measure()))
        .setQuantity(Measures.quantity(signal.measure()))
        .setValue(signal.value())
        .setOccurredAt(Instant.ofEpochMilli(signal.occurredAt()))
        .build();
  }
}
