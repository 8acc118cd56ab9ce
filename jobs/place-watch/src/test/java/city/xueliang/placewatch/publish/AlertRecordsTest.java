package city.xueliang.placewatch.publish;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.alert.AlertState;
import city.xueliang.domain.alert.CloseReason;
import city.xueliang.domain.alert.Evidence;
import city.xueliang.domain.alert.Held;
import city.xueliang.domain.alert.Response;
import city.xueliang.domain.alert.Scope;
import city.xueliang.domain.alert.Why;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.rule.CommandLevel;
import city.xueliang.domain.rule.Handling.Cause;
import city.xueliang.schemas.AlertCause;
import city.xueliang.schemas.PlaceLevel;
import city.xueliang.schemas.Quantity;
import city.xueliang.schemas.ReasonCode;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.testing.Moments;
import city.xueliang.testing.Town;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlertRecordsTest {
  private static final Scope SENSOR =
      new Scope(Town.GRID, Level.GRID, Town.DISTRICT, Town.SENSOR, null, "");
  private static final Scope SWITCH =
      new Scope(Town.GRID, Level.GRID, Town.DISTRICT, "", Cause.SEGMENT, "sw-01");
  private static final Response NOT_TOLD =
      new Response(0, 0, 0, 0, null, "", CommandLevel.COMMUNITY, 0, 0);
  private static final Response CLOSED =
      new Response(
          at(0),
          at(1),
          at(2),
          at(3),
          CloseReason.HANDLED,
          "630105-dispatch-02",
          CommandLevel.STREET,
          1,
          at(4));

  @Test
  void anAlertSaysWhatItIsAboutAndWhy() {
    var record = AlertRecords.record(alert(SENSOR, reading(31), NOT_TOLD, Held.NOT));

    assertThat(record.getAlertId()).isEqualTo("a1");
    assertThat(record.getRevision()).isEqualTo(3);
    assertThat(record.getRuleId()).isEqualTo("gas");
    assertThat(record.getRuleVersion()).isEqualTo(4);
    assertThat(record.getColour()).isEqualTo(city.xueliang.schemas.Colour.ORANGE);
    assertThat(record.getState()).isEqualTo(city.xueliang.schemas.AlertState.OPEN);
    assertThat(record.getPlace()).isEqualTo(Town.GRID);
    assertThat(record.getLevel()).isEqualTo(PlaceLevel.GRID);
    assertThat(record.getDistrict()).isEqualTo(Town.DISTRICT);
    assertThat(record.getDeviceId()).isEqualTo(Town.SENSOR);
    assertThat(record.getFirstOccurredAt()).isEqualTo(Moments.NOON);
    assertThat(record.getLastOccurredAt()).isEqualTo(Moments.minutes(1));
    assertThat(record.getOccurrences()).isEqualTo(2);
    assertThat(record.getReopenings()).isEqualTo(1);
    assertThat(record.getLimit()).isEqualTo(25);
    assertThat(record.getDevices()).containsExactly(Town.SENSOR);
    assertThat(record.getInhibits()).containsExactly("a2");
    assertThat(record.getChangedAt()).isEqualTo(Moments.minutes(2));
    assertThat(record.getEvidence())
        .containsExactly(
            new city.xueliang.schemas.Evidence(
                Town.SENSOR, null, Quantity.GAS_LEL_PERCENT, 31.0, Moments.NOON));
  }

  @Test
  void whatDidNotHappenIsNull() {
    var record = AlertRecords.record(alert(SENSOR, Why.seen(List.of()), NOT_TOLD, Held.NOT));

    assertThat(record.getClearedAt()).isNull();
    assertThat(record.getLimit()).isNull();
    assertThat(record.getExpectedLow()).isNull();
    assertThat(record.getScore()).isNull();
    assertThat(record.getOpenedAt()).isNull();
    assertThat(record.getReasonCode()).isNull();
    assertThat(record.getSeat()).isNull();
    assertThat(record.getNextDeadlineAt()).isNull();
    assertThat(record.getShelvedUntil()).isNull();
    assertThat(record.getInhibitedBy()).isNull();
    assertThat(record.getCause()).isNull();
    assertThat(record.getCauseKey()).isNull();
  }

  @Test
  void anAlertThatWasWorkedSaysHow() {
    var record = AlertRecords.record(alert(SENSOR, reading(31), CLOSED, Held.NOT));

    assertThat(record.getOpenedAt()).isEqualTo(Moments.NOON);
    assertThat(record.getAcknowledgedAt()).isEqualTo(Moments.minutes(1));
    assertThat(record.getOnSiteAt()).isEqualTo(Moments.minutes(2));
    assertThat(record.getClosedAt()).isEqualTo(Moments.minutes(3));
    assertThat(record.getReasonCode()).isEqualTo(ReasonCode.HANDLED);
    assertThat(record.getSeat()).isEqualTo("630105-dispatch-02");
    assertThat(record.getCommandLevel()).isEqualTo(city.xueliang.schemas.CommandLevel.STREET);
    assertThat(record.getEscalations()).isEqualTo(1);
    assertThat(record.getNextDeadlineAt()).isEqualTo(Moments.minutes(4));
  }

  @Test
  void anAlertThatIsHeldBackSaysByWhat() {
    var record =
        AlertRecords.record(alert(SENSOR, reading(31), NOT_TOLD, new Held(at(9), "a7", "works")));

    assertThat(record.getShelvedUntil()).isEqualTo(Moments.minutes(9));
    assertThat(record.getInhibitedBy()).isEqualTo("a7");
    assertThat(record.getSilencedBy()).isEqualTo("works");
  }

  @Test
  void aCollapsedAlertSaysItsCause() {
    var record = AlertRecords.record(alert(SWITCH, Why.seen(List.of()), NOT_TOLD, Held.NOT));

    assertThat(record.getCause()).isEqualTo(AlertCause.SEGMENT);
    assertThat(record.getCauseKey()).isEqualTo("sw-01");
    assertThat(record.getDeviceId()).isNull();
  }

  @Test
  void evidenceOfASilenceHasNoMeasure() {
    Why silent = Why.seen(List.of(new Evidence(Town.SENSOR, null, 0, at(0))));

    var record = AlertRecords.record(alert(SENSOR, silent, NOT_TOLD, Held.NOT));

    assertThat(record.getEvidence().get(0).getKind()).isNull();
    assertThat(record.getEvidence().get(0).getQuantity()).isNull();
  }

  @ParameterizedTest
  @EnumSource(AlertState.class)
  void everyStateHasASymbol(AlertState state) {
    assertThat(city.xueliang.schemas.AlertState.valueOf(state.name())).hasToString(state.name());
  }

  @ParameterizedTest
  @EnumSource(Colour.class)
  void everyColourHasASymbol(Colour colour) {
    assertThat(city.xueliang.schemas.Colour.valueOf(colour.name())).hasToString(colour.name());
  }

  @ParameterizedTest
  @EnumSource(CommandLevel.class)
  void everyCommandLevelHasASymbol(CommandLevel level) {
    assertThat(city.xueliang.schemas.CommandLevel.valueOf(level.name())).hasToString(level.name());
  }

  @ParameterizedTest
  @EnumSource(CloseReason.class)
  void everyReasonHasASymbol(CloseReason reason) {
    assertThat(ReasonCode.valueOf(reason.name())).hasToString(reason.name());
  }

  @Test
  void theKeyIsTheIdAndTheValueIsReadBack() throws Exception {
    var bytes = AlertRecords.bytes();
    bytes.open();
    Alert alert = alert(SENSOR, reading(31), CLOSED, Held.NOT);

    assertThat(new String(bytes.key(alert), StandardCharsets.UTF_8)).isEqualTo("a1");
    assertThat(
            SingleObjectCodec.of(city.xueliang.schemas.Alert.class)
                .decode(bytes.value(alert), null))
        .isEqualTo(AlertRecords.record(alert));
  }

  private static Alert alert(Scope scope, Why why, Response response, Held held) {
    return new Alert(
        "a1",
        3,
        "gas",
        4,
        Colour.ORANGE,
        scope,
        AlertState.OPEN,
        true,
        2,
        1,
        at(0),
        at(1),
        0,
        why,
        List.of(Town.SENSOR),
        response,
        held,
        List.of("a2"),
        at(2));
  }

  private static Why reading(double value) {
    return Why.passed(
        25, List.of(new Evidence(Town.SENSOR, Measure.GAS_LEL_PERCENT, value, at(0))));
  }

  private static long at(int minute) {
    Instant time = minute == 0 ? Moments.NOON : Moments.minutes(minute);
    return time.toEpochMilli();
  }
}
