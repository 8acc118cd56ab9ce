package city.xueliang.placewatch.intake;

import static city.xueliang.placewatch.intake.Decoding.assertRejected;
import static city.xueliang.placewatch.intake.Decoding.decode;
import static city.xueliang.placewatch.intake.Decoding.taken;
import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.alert.CloseReason;
import city.xueliang.schemas.Action;
import city.xueliang.schemas.ActionId;
import city.xueliang.schemas.DispatchAction;
import city.xueliang.schemas.ReasonCode;
import city.xueliang.schemas.RejectReason;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.testing.Town;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionDecoderTest {
  private static final String ALERT = "0123456789abcdef".repeat(2);

  private final ActionDecoder decoder = new ActionDecoder();
  private final DispatchAction action =
      DispatchAction.newBuilder()
          .setActionId(new ActionId(ByteBuffer.allocate(16).putLong(8, 0xab).array()))
          .setAlertId(ALERT)
          .setAction(Action.ACKNOWLEDGE)
          .setSeat("630105-dispatch-02")
          .setReasonCode(null)
          .setAt(NOON)
          .setDistrict(null)
          .setRevision(null)
          .setUntil(null)
          .build();

  @Test
  void takesAnAction() {
    TakenAction taken = taken(decode(decoder, bytes()));

    assertThat(taken.action())
        .isEqualTo(
            new city.xueliang.domain.alert.Action(
                "0".repeat(30) + "ab",
                ALERT,
                city.xueliang.domain.alert.Action.Kind.ACKNOWLEDGE,
                "630105-dispatch-02",
                0,
                null,
                0,
                NOON.toEpochMilli()));
    assertThat(taken.source().offset()).isEqualTo(Decoding.OFFSET);
  }

  @ParameterizedTest
  @EnumSource(names = "UNKNOWN", mode = EnumSource.Mode.EXCLUDE)
  void takesEachKind(Action kind) {
    action.setAction(kind);

    assertThat(taken(decode(decoder, bytes())).action().kind()).hasToString(kind.name());
  }

  @Test
  void takesWhatTheSeatSawAndHowLongAndWhy() {
    action.setRevision(3);
    action.setUntil(minutes(30));
    action.setReasonCode(ReasonCode.FALSE_ALARM);

    city.xueliang.domain.alert.Action taken = taken(decode(decoder, bytes())).action();

    assertThat(taken.revision()).isEqualTo(3);
    assertThat(taken.until()).isEqualTo(minutes(30).toEpochMilli());
    assertThat(taken.reason()).isEqualTo(CloseReason.FALSE_ALARM);
  }

  @ParameterizedTest
  @CsvSource({
    "630105-dispatch-02, , 630105",
    "630105001-street-1, , 630105",
    "630105001001001-grid-001, , 630105",
    "630100-city-01, , 630100",
    "630100-city-01, 630105, 630105",
    "630105-dispatch-02, 630104, 630104"
  })
  void goesToTheDistrictThatItNamesElseToThatOfItsSeat(String seat, String said, String district) {
    action.setSeat(seat);
    action.setDistrict(said);

    assertThat(taken(decode(decoder, bytes())).district()).isEqualTo(district);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0123", "0123456789ABCDEF0123456789ABCDEF"})
  void refusesWhatIsNoIdOfAnAlert(String id) {
    action.setAlertId(id);

    assertIsRejected(
        RejectReason.BAD_FIELD,
        "alertId '%s' is not 32 hexadecimal digits in lower case".formatted(id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "630105", "dispatch-02", "630105-Li Ming-02", "63-dispatch-02"})
  void refusesWhatIsNoSeat(String seat) {
    action.setSeat(seat);

    assertIsRejected(
        RejectReason.BAD_FIELD,
        "seat '%s' is not a place code, role and number: 630105-dispatch-02".formatted(seat));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "6301", "630105001", "school-belt"})
  void refusesWhatIsNoDistrict(String district) {
    action.setDistrict(district);

    assertIsRejected(
        RejectReason.BAD_FIELD,
        "district '%s' is not the 6-digit code of a district or city".formatted(district));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void refusesARevisionThatNoAlertHas(int revision) {
    action.setRevision(revision);

    assertIsRejected(
        RejectReason.BAD_FIELD, "revision is %d; 1 or more is allowed".formatted(revision));
  }

  @Test
  void refusesTimesThatCannotBe() {
    action.setAt(Instant.ofEpochMilli(-1));
    assertReason(RejectReason.TIME_OUT_OF_RANGE, "at is -1 ms");

    action.setAt(NOON);
    action.setUntil(Instant.ofEpochMilli(Long.MAX_VALUE));
    assertReason(RejectReason.TIME_OUT_OF_RANGE, "until is " + Long.MAX_VALUE + " ms");
  }

  @Test
  void refusesWhatOnlyANewerReleaseKnows() {
    action.setReasonCode(ReasonCode.UNKNOWN);
    assertIsRejected(
        RejectReason.UNKNOWN_SYMBOL, "the reason code is none that this release knows");

    action.setAction(Action.UNKNOWN);
    assertIsRejected(RejectReason.UNKNOWN_SYMBOL, "the action is none that this release knows");
  }

  @Test
  void refusesARecordWithoutAValue() {
    assertRejected(
        decode(decoder, Town.CAMERA, null, 0),
        new byte[0],
        RejectReason.UNREADABLE,
        "the record has no value");
  }

  private void assertIsRejected(RejectReason reason, String detail) {
    assertRejected(decode(decoder, bytes()), bytes(), reason, detail);
  }

  private void assertReason(RejectReason reason, String beginning) {
    Rejection rejection = decode(decoder, bytes()).rejection();
    assertThat(rejection.reason()).isEqualTo(reason);
    assertThat(rejection.detail()).startsWith(beginning);
  }

  private byte[] bytes() {
    return SingleObjectCodec.of(DispatchAction.class).encode(action);
  }
}
