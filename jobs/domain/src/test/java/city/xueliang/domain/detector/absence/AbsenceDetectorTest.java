package city.xueliang.domain.detector.absence;

import static city.xueliang.domain.coverage.DeviceStatus.CLOCK_WRONG;
import static city.xueliang.domain.coverage.DeviceStatus.FROZEN;
import static city.xueliang.domain.coverage.DeviceStatus.HEARD;
import static city.xueliang.domain.coverage.DeviceStatus.NEVER_REPORTED;
import static city.xueliang.domain.coverage.DeviceStatus.NOT_EXPECTED;
import static city.xueliang.domain.coverage.DeviceStatus.SILENT;
import static city.xueliang.domain.detector.TestingKey.words;
import static city.xueliang.domain.detector.TestingSighting.grid;
import static city.xueliang.domain.detector.TestingSighting.second;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.alert.Evidence;
import city.xueliang.domain.coverage.DeviceStatus;
import city.xueliang.domain.coverage.DeviceStatusChange;
import city.xueliang.domain.detector.Detector;
import city.xueliang.domain.detector.TestingKey;
import city.xueliang.domain.place.ModelClass;
import city.xueliang.domain.rule.Condition.Absence;
import city.xueliang.domain.rule.Condition.Absence.Kind;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbsenceDetectorTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final TestingKey<AbsenceState, DeviceStatusChange> camera = watched(Kind.SILENT, MINUTE);

  @ParameterizedTest
  @CsvSource({
    "NEVER_REPORTED, NEVER_REPORTED",
    "SILENT, SILENT",
    "FROZEN, FROZEN",
    "CLOCK_WRONG, CLOCK_WRONG"
  })
  void eachKindIsOfOneStatus(Kind kind, DeviceStatus status) {
    assertThat(words(watched(kind, Duration.ZERO).takes(change(HEARD, status, 0))))
        .containsExactly("RAISED +0 s");
  }

  @ParameterizedTest
  @CsvSource({"NEVER_REPORTED, SILENT", "SILENT, FROZEN", "FROZEN, HEARD", "CLOCK_WRONG, SILENT"})
  void anotherStatusRaisesNothing(Kind kind, DeviceStatus status) {
    var device = watched(kind, Duration.ZERO);

    assertThat(device.takes(change(NOT_EXPECTED, status, 0))).isEmpty();
    assertThat(device.due()).isEqualTo(Detector.NEVER);
  }

  @Test
  void aSilentDeviceIsRaisedAtTheEndOfTheGrace() {
    assertThat(camera.takes(change(HEARD, SILENT, 0))).isEmpty();

    assertThat(camera.due()).isEqualTo(second(60));
    assertThat(camera.reaches(second(59))).isEmpty();
    assertThat(words(camera.reaches(second(75)))).containsExactly("RAISED +60 s");
    assertThat(camera.due()).isEqualTo(Detector.NEVER);
  }

  @Test
  void itsEvidenceIsTheLastContact() {
    camera.takes(new DeviceStatusChange(grid(1), HEARD, SILENT, second(-90), second(0)));

    assertThat(camera.reaches(second(60)).get(0).why().evidence())
        .containsExactly(new Evidence("", null, 0, second(-90)));
  }

  @Test
  void aDeviceThatIsHeardWithinTheGraceIsNotRaised() {
    camera.takes(change(HEARD, SILENT, 0));

    assertThat(camera.takes(change(SILENT, HEARD, 59))).isEmpty();
    assertThat(camera.due()).isEqualTo(Detector.NEVER);
  }

  @Test
  void itIsClearedWhenItIsHeardAgain() {
    camera.takes(change(HEARD, SILENT, 0));
    camera.reaches(second(60));

    assertThat(words(camera.takes(change(SILENT, HEARD, 100)))).containsExactly("CLEARED +100 s");
  }

  @Test
  void itIsClearedWhenItIsExpectedNoMore() {
    camera.takes(change(HEARD, SILENT, 0));
    camera.reaches(second(60));

    assertThat(words(camera.takes(change(SILENT, NOT_EXPECTED, 100))))
        .containsExactly("CLEARED +100 s");
    assertThat(camera.isForgettable()).isTrue();
  }

  @Test
  void timeThatLeaptPastTheGraceRaisesAndClears() {
    camera.takes(change(HEARD, SILENT, 0));

    assertThat(words(camera.takes(change(SILENT, HEARD, 100))))
        .containsExactly("RAISED +60 s", "CLEARED +100 s");
  }

  @Test
  void aSecondSilenceOfOneMomentHasAnIdentityOfItsOwn() {
    var device = watched(Kind.SILENT, Duration.ZERO);
    long first = device.takes(change(HEARD, SILENT, 0)).get(0).occurredAt();
    device.takes(change(SILENT, HEARD, 0));

    assertThat(device.takes(change(HEARD, SILENT, 0)).get(0).occurredAt()).isGreaterThan(first);
  }

  @Test
  void theSameStatusAgainChangesNothing() {
    camera.takes(change(HEARD, SILENT, 0));

    assertThat(camera.takes(change(HEARD, SILENT, 30))).isEmpty();
    assertThat(camera.due()).isEqualTo(second(60));
  }

  @Test
  void aShorterGraceIsDueSooner() {
    camera.takes(change(HEARD, SILENT, 0));

    assertThat(camera.changesTo(detector(Kind.SILENT, Duration.ofSeconds(30)))).isEmpty();
    assertThat(camera.due()).isEqualTo(second(30));
  }

  @Test
  void aLongerGraceClearsNothing() {
    camera.takes(change(HEARD, SILENT, 0));
    camera.reaches(second(60));

    assertThat(camera.changesTo(detector(Kind.SILENT, Duration.ofHours(1)))).isEmpty();
  }

  @Test
  void anotherKindClearsWhatItDoesNotMean() {
    camera.takes(change(HEARD, SILENT, 0));
    camera.reaches(second(60));

    assertThat(camera.changesTo(detector(Kind.FROZEN, MINUTE)))
        .extracting(finding -> finding.kind().name())
        .containsExactly("CLEARED");
    assertThat(words(camera.takes(change(SILENT, FROZEN, 100)))).isEmpty();
    assertThat(words(camera.reaches(second(160)))).containsExactly("RAISED +160 s");
  }

  @Test
  void onlyTheRulesClassesAreWatched() {
    AbsenceDetector detector = detector(Kind.SILENT, MINUTE);

    assertThat(detector.watches(ModelClass.CAMERA)).isTrue();
    assertThat(detector.watches(ModelClass.SENSOR)).isFalse();
  }

  @Test
  void aDeviceThatNeverReportedIsClearedByWhateverItSends() {
    var device = watched(Kind.NEVER_REPORTED, Duration.ZERO);
    device.takes(change(NOT_EXPECTED, NEVER_REPORTED, 0));

    assertThat(words(device.takes(change(NEVER_REPORTED, CLOCK_WRONG, 5))))
        .containsExactly("CLEARED +5 s");
  }

  private static TestingKey<AbsenceState, DeviceStatusChange> watched(Kind kind, Duration grace) {
    return new TestingKey<>(detector(kind, grace));
  }

  private static AbsenceDetector detector(Kind kind, Duration grace) {
    return new AbsenceDetector(new Absence(kind, Set.of(ModelClass.CAMERA), grace));
  }

  private static DeviceStatusChange change(DeviceStatus from, DeviceStatus to, long second) {
    return new DeviceStatusChange(grid(1), from, to, second(second), second(second));
  }
}
