package city.xueliang.placewatch.publish;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.alert.first.Alert;
import city.xueliang.domain.alert.first.Signal;
import city.xueliang.domain.alert.first.Signal.Kind;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.rule.Colour;
import city.xueliang.flink.kafka.RecordBytes;
import city.xueliang.schemas.AlertState;
import city.xueliang.schemas.CameraKind;
import city.xueliang.schemas.Evidence;
import city.xueliang.schemas.PlaceLevel;
import city.xueliang.schemas.Quantity;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.testing.Moments;
import city.xueliang.testing.Town;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlertRecordsTest {
  private static final Alert OPEN =
      Alert.open(signal(Kind.RAISED, Measure.GAS_LEL_PERCENT, 31, Moments.NOON));
  private static final Alert CLEARED =
      OPEN.clear(signal(Kind.CLEARED, Measure.GAS_LEL_PERCENT, 12, Moments.minutes(3)));

  @Test
  void anOpenAlertSaysWhatRaisedIt() {
    var record = AlertRecords.record(OPEN);

    assertThat(record.getAlertId()).isEqualTo(OPEN.id()).matches("[0-9a-f]{32}");
    assertThat(record.getRevision()).isEqualTo(1);
    assertThat(record.getRuleId()).isEqualTo("gas");
    assertThat(record.getRuleVersion()).isEqualTo(4);
    assertThat(record.getColour()).isEqualTo(city.xueliang.schemas.Colour.ORANGE);
    assertThat(record.getState()).isEqualTo(AlertState.OPEN);
    assertThat(record.getPlace()).isEqualTo(Town.GRID);
    assertThat(record.getLevel()).isEqualTo(PlaceLevel.GRID);
    assertThat(record.getDistrict()).isEqualTo(Town.DISTRICT);
    assertThat(record.getDeviceId()).isEqualTo(Town.SENSOR);
    assertThat(record.getFirstOccurredAt()).isEqualTo(Moments.NOON);
    assertThat(record.getLastOccurredAt()).isEqualTo(Moments.NOON);
    assertThat(record.getClearedAt()).isNull();
    assertThat(record.getOccurrences()).isEqualTo(1);
    assertThat(record.getLimit()).isEqualTo(25);
    assertThat(record.getEvidence())
        .containsExactly(
            new Evidence(Town.SENSOR, null, Quantity.GAS_LEL_PERCENT, 31.0, Moments.NOON));
  }

  @Test
  void aClearedAlertSaysWhatClearedItToo() {
    var record = AlertRecords.record(CLEARED);

    assertThat(record.getAlertId()).isEqualTo(OPEN.id());
    assertThat(record.getRevision()).isEqualTo(2);
    assertThat(record.getState()).isEqualTo(AlertState.CLEARED);
    assertThat(record.getFirstOccurredAt()).isEqualTo(Moments.NOON);
    assertThat(record.getLastOccurredAt()).isEqualTo(Moments.minutes(3));
    assertThat(record.getClearedAt()).isEqualTo(Moments.minutes(3));
    assertThat(record.getEvidence()).extracting(Evidence::getValue).containsExactly(31.0, 12.0);
  }

  @Test
  void theEvidenceOfACameraIsAKind() {
    Alert alert = Alert.open(signal(Kind.RAISED, Measure.CROWD_COUNT, 900, Moments.NOON));

    Evidence evidence = AlertRecords.record(alert).getEvidence().get(0);

    assertThat(evidence.getKind()).isEqualTo(CameraKind.CROWD_COUNT);
    assertThat(evidence.getQuantity()).isNull();
  }

  @ParameterizedTest
  @EnumSource(Colour.class)
  void everyColourIsOneOfTheContract(Colour colour) {
    Signal raised = OPEN.raised();
    Alert alert =
        Alert.open(
            new Signal(
                raised.kind(),
                raised.ruleId(),
                raised.ruleVersion(),
                colour,
                raised.limit(),
                raised.deviceId(),
                raised.grid(),
                raised.measure(),
                raised.value(),
                raised.occurredAt()));

    assertThat(AlertRecords.record(alert).getColour().name()).isEqualTo(colour.name());
  }

  @Test
  void anAlertIsPublishedUnderItsId() throws Exception {
    RecordBytes<Alert> bytes = AlertRecords.bytes();
    bytes.open();

    assertThat(new String(bytes.key(CLEARED), StandardCharsets.UTF_8)).isEqualTo(OPEN.id());
    assertThat(
            SingleObjectCodec.of(city.xueliang.schemas.Alert.class)
                .decode(bytes.value(CLEARED), null))
        .isEqualTo(AlertRecords.record(CLEARED));
  }

  private static Signal signal(Kind kind, Measure measure, double value, Instant occurredAt) {
    return new Signal(
        kind,
        "gas",
        4,
        Colour.ORANGE,
        25,
        Town.SENSOR,
        Town.GRID,
        measure,
        value,
        occurredAt.toEpochMilli());
  }
}
