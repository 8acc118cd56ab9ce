package city.xueliang.placewatch.publish;

import static city.xueliang.testing.Moments.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.intake.IntakeCounts;
import city.xueliang.domain.intake.IntakeRow;
import org.junit.jupiter.api.Test;

class IntakePointsTest {
  @Test
  void aRowIsThis() {
    IntakeRow row =
        new IntakeRow(
            "camera-events",
            "NONE",
            NOON.toEpochMilli(),
            new IntakeCounts(30_000, 0, 12, 345, 1_234));

    assertThat(IntakePoints.point(row).toLineProtocol())
        .isEqualTo(
            "intake,reason=NONE,topic=camera-events"
                + " duplicate=345i,lag_ms=1234i,late=12i,read=30000i,rejected=0i "
                + NOON.toEpochMilli());
  }
}
