package city.xueliang.domain.coverage;

import static city.xueliang.domain.coverage.DeviceContact.NEVER;
import static city.xueliang.domain.coverage.DeviceStatus.CLOCK_WRONG;
import static city.xueliang.domain.coverage.DeviceStatus.FROZEN;
import static city.xueliang.domain.coverage.DeviceStatus.HEARD;
import static city.xueliang.domain.coverage.DeviceStatus.NEVER_REPORTED;
import static city.xueliang.domain.coverage.DeviceStatus.NOT_EXPECTED;
import static city.xueliang.domain.coverage.DeviceStatus.SILENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import city.xueliang.domain.observation.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A device that should be heard every 60 s: the patience is 80 s. */
class DeviceContactTest {
  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long LAST = 80 * SECOND;
  private static final Patience PATIENCE = Patience.withInterval(60, NEVER);

  private final DeviceContact fresh = DeviceContact.expected(0);

  @Test
  void aFreshDeviceIsNotExpectedYet() {
    assertThat(status(fresh, LAST)).isEqualTo(NOT_EXPECTED);
    assertThat(fresh.due(PATIENCE)).isEqualTo(LAST + 1);
  }

  @Test
  void oneThatWasNeverHeardHasNeverReported() {
    assertThat(status(fresh, LAST + 1)).isEqualTo(NEVER_REPORTED);
    assertThat(fresh.judged(LAST + 1, PATIENCE).due(PATIENCE)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void oneOfWhichNobodyKnowsSinceWhenIsNotExpectedYet() {
    DeviceContact unknown = DeviceContact.expected(NEVER);

    assertThat(status(unknown, LAST + 1)).isEqualTo(NOT_EXPECTED);
    assertThat(unknown.due(PATIENCE)).isEqualTo(Long.MAX_VALUE);
    assertThat(unknown.knownSince(5).knownSince(9).expectedSince()).isEqualTo(5);
  }

  @Test
  void aDeviceIsHeardForAsLongAsThePatienceLasts() {
    DeviceContact heard = fresh.heard(Measure.HEARTBEAT, 0, MINUTE);

    assertThat(status(heard, MINUTE + LAST)).isEqualTo(HEARD);
    assertThat(status(heard, MINUTE + LAST + 1)).isEqualTo(SILENT);
    assertThat(heard.judged(MINUTE, PATIENCE).due(PATIENCE)).isEqualTo(MINUTE + LAST + 1);
  }

  @Test
  void aRecordThatOccurredBeforeTheLastOneDoesNotTurnTimeBack() {
    DeviceContact heard =
        fresh.heard(Measure.HEARTBEAT, 0, MINUTE).heard(Measure.HEARTBEAT, 0, SECOND);

    assertThat(heard.lastHeard()).isEqualTo(MINUTE);
  }

  @Test
  void oneWhoseTimesCannotBeHasAWrongClock() {
    DeviceContact mistimed = fresh.mistimed(MINUTE);

    assertThat(status(mistimed, MINUTE + LAST)).isEqualTo(CLOCK_WRONG);
    assertThat(status(mistimed, MINUTE + LAST + 1)).isEqualTo(SILENT);
    assertThat(mistimed.judged(MINUTE, PATIENCE).due(PATIENCE)).isEqualTo(MINUTE + LAST + 1);
    assertThat(mistimed.lastContact()).isEqualTo(MINUTE);
  }

  @Test
  void aWrongClockDoesNotMatterWhileRecordsCountThatAreRight() {
    DeviceContact both = fresh.heard(Measure.HEARTBEAT, 0, MINUTE).mistimed(2 * MINUTE);

    assertThat(status(both, 2 * MINUTE)).isEqualTo(HEARD);
    assertThat(status(both, MINUTE + LAST + 1)).isEqualTo(CLOCK_WRONG);
  }

  @Test
  void aTemperatureThatIsTheSameForAnHourIsFrozen() {
    assertThat(status(sameFor(60, Measure.TEMPERATURE_CELSIUS, 21.5), 60 * MINUTE))
        .isEqualTo(FROZEN);
    assertThat(status(sameFor(59, Measure.TEMPERATURE_CELSIUS, 21.5), 59 * MINUTE))
        .isEqualTo(HEARD);
  }

  @Test
  void anHourOfFewReadingsIsNotFrozen() {
    DeviceContact rare = fresh;
    for (int i = 0; i < 19; i++) {
      rare = rare.heard(Measure.NOISE_DBA, 40, 5 * MINUTE * i);
    }

    assertThat(status(rare, 90 * MINUTE)).isEqualTo(HEARD);
    assertThat(status(rare.heard(Measure.NOISE_DBA, 40, 95 * MINUTE), 95 * MINUTE))
        .isEqualTo(FROZEN);
  }

  @Test
  void anotherValueEndsTheRun() {
    DeviceContact thawed =
        sameFor(60, Measure.TEMPERATURE_CELSIUS, 21.5)
            .heard(Measure.TEMPERATURE_CELSIUS, 21.6, 61 * MINUTE);

    assertThat(status(thawed, 61 * MINUTE)).isEqualTo(HEARD);
  }

  @Test
  void aFrozenDeviceThatFallsSilentIsSilent() {
    DeviceContact frozen = sameFor(60, Measure.TEMPERATURE_CELSIUS, 21.5);

    assertThat(status(frozen, 60 * MINUTE + LAST + 1)).isEqualTo(SILENT);
  }

  @Test
  void zeroIsNeverFrozen() {
    assertThat(status(sameFor(600, Measure.NOISE_DBA, 0), 600 * MINUTE)).isEqualTo(HEARD);
  }

  @Test
  void whatRestsByNatureIsNeverFrozen() {
    assertThat(status(sameFor(600, Measure.DOOR_OPEN, 1), 600 * MINUTE)).isEqualTo(HEARD);
    assertThat(sameFor(600, Measure.DOOR_OPEN, 1).runs()).isEmpty();
  }

  @Test
  void aReadingOfAnotherMeasureDoesNotEndTheRun() {
    DeviceContact both = fresh;
    for (int minute = 0; minute <= 60; minute++) {
      both =
          both.heard(Measure.TEMPERATURE_CELSIUS, 21.5, minute * MINUTE)
              .heard(Measure.NOISE_DBA, minute, minute * MINUTE + SECOND);
    }

    assertThat(status(both, 60 * MINUTE)).isEqualTo(FROZEN);
    assertThat(both.runs()).hasSize(2);
  }

  @Test
  void nothingIsSilentBeforeThePatienceHasPassedSinceListeningBegan() {
    long back = 600 * MINUTE;
    Patience restarted = Patience.withInterval(60, back);
    DeviceContact heard = fresh.heard(Measure.HEARTBEAT, 0, MINUTE).judged(MINUTE, PATIENCE);

    assertThat(heard.judged(back + LAST, restarted).status()).isEqualTo(HEARD);
    assertThat(heard.due(restarted)).isEqualTo(back + LAST + 1);
    assertThat(heard.judged(back + LAST + 1, restarted).status()).isEqualTo(SILENT);
    assertThat(heard.mistimed(back).judged(back, restarted).status()).isEqualTo(HEARD);
    assertThat(fresh.judged(back + LAST, restarted).status()).isEqualTo(NOT_EXPECTED);
  }

  @Test
  void whatWasSilentBeforeListeningBeganStaysSoUntilItIsHeard() {
    long back = 600 * MINUTE;
    Patience restarted = Patience.withInterval(60, back);
    DeviceContact silent =
        fresh.heard(Measure.HEARTBEAT, 0, MINUTE).judged(MINUTE + LAST + 1, PATIENCE);

    assertThat(silent.judged(back, restarted).status()).isEqualTo(SILENT);
    assertThat(silent.mistimed(back).judged(back, restarted).status()).isEqualTo(CLOCK_WRONG);
    assertThat(silent.heard(Measure.HEARTBEAT, 0, back).judged(back, restarted).status())
        .isEqualTo(HEARD);
  }

  @ParameterizedTest
  @EnumSource
  void everyStatusHasACodeOfItsOwn(DeviceStatus status) {
    assertThat(DeviceStatus.ofCode(status.code())).isEqualTo(status);
  }

  @Test
  void aCodeThatNoStatusHasIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DeviceStatus.ofCode(6))
        .withMessage("No device status has the code 6");
    assertThatIllegalArgumentException().isThrownBy(() -> DeviceStatus.ofCode(-1));
  }

  /** Heard every minute with the same value. */
  private DeviceContact sameFor(int minutes, Measure measure, double value) {
    DeviceContact contact = fresh;
    for (int minute = 0; minute <= minutes; minute++) {
      contact = contact.heard(measure, value, minute * MINUTE);
    }
    return contact;
  }

  private static DeviceStatus status(DeviceContact contact, long now) {
    return contact.judged(now, PATIENCE).status();
  }
}
