package city.xueliang.placewatch.publish;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.alert.Alert;
import city.xueliang.domain.alert.AlertState;
import city.xueliang.domain.alert.Held;
import city.xueliang.placewatch.publish.PublishedRevision.Stage;
import city.xueliang.testing.TestingAlert;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublishedRevisionTest {
  private static final String ID = "1".repeat(32);

  @ParameterizedTest
  @MethodSource
  void theStageOfARecordIsThatOfItsAlert(Alert alert) {
    assertThat(PublishedRevision.of(AlertRecords.record(alert)))
        .isEqualTo(new PublishedRevision(alert.revision(), Stage.of(alert)));
  }

  static Stream<Alert> theStageOfARecordIsThatOfItsAlert() {
    return Stream.of(
        TestingAlert.alert(ID).build(),
        TestingAlert.alert(ID).revision(4).state(AlertState.CLEARED).build(),
        TestingAlert.alert(ID).build().draft().reopenings(2).build(),
        TestingAlert.alert(ID).held(Held.NOT.shelved(5_000)).build(),
        TestingAlert.alert(ID).held(Held.NOT.inhibited("2".repeat(32))).build(),
        TestingAlert.alert(ID).held(Held.NOT.silenced("works")).build());
  }
}
