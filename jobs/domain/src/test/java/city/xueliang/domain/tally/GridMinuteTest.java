package city.xueliang.domain.tally;

import static city.xueliang.domain.observation.Measure.GAS_LEL_PERCENT;
import static city.xueliang.domain.observation.Measure.NOISE_DBA;
import static city.xueliang.domain.observation.Measure.SMOKE;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.observation.TestingObservation;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.state.BinaryForms;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridMinuteTest {
  private static final GridMinute.Form FORM = new GridMinute.Form();
  private static final String GRID = "630105002001001";
  private static final long NOON = TestingObservation.NOON.toEpochMilli();

  private final GridMinute minute = new GridMinute();

  @Test
  void aMinuteOfNothingHasNothingToSend() {
    assertThat(minute.hasChanged()).isFalse();
    assertThat(minute.takeChanges(GRID, NOON)).isEmpty();
  }

  @Test
  void whatWasObservedIsSentAsRowsOfTheGrid() {
    minute.add(NOISE_DBA, 40, 1);
    minute.add(NOISE_DBA, 60, 1);
    minute.add(SMOKE, 0, 1);

    assertThat(minute.hasChanged()).isTrue();
    assertThat(minute.takeChanges(GRID, NOON))
        .containsExactlyInAnyOrder(row(NOISE_DBA, 40, 60), row(SMOKE, 0));
  }

  @Test
  void nothingIsSentTwice() {
    minute.add(NOISE_DBA, 40, 1);
    minute.takeChanges(GRID, NOON);

    assertThat(minute.hasChanged()).isFalse();
    assertThat(minute.takeChanges(GRID, NOON)).isEmpty();
  }

  @Test
  void onlyWhatChangedIsSentAgainAndThatAsAWhole() {
    minute.add(NOISE_DBA, 40, 1);
    minute.add(GAS_LEL_PERCENT, 3, 1);
    minute.takeChanges(GRID, NOON);

    minute.add(NOISE_DBA, 60, 1);

    assertThat(minute.takeChanges(GRID, NOON)).containsExactly(row(NOISE_DBA, 40, 60));
  }

  @Test
  void aRowThatWasSentDoesNotChangeAnyMore() {
    minute.add(NOISE_DBA, 40, 1);
    List<PlaceMetric> sent = minute.takeChanges(GRID, NOON);

    minute.add(NOISE_DBA, 60, 1);

    assertThat(sent).containsExactly(row(NOISE_DBA, 40));
  }

  @Test
  void whatIsStillToBeSentAndWhatWasSentSurviveBeingWritten() throws Exception {
    minute.add(GAS_LEL_PERCENT, 3, 1);
    minute.takeChanges(GRID, NOON);
    minute.add(NOISE_DBA, 40, 1);

    GridMinute restored = BinaryForms.roundTrip(FORM, minute);

    assertThat(restored.takeChanges(GRID, NOON)).containsExactly(row(NOISE_DBA, 40));
    restored.add(GAS_LEL_PERCENT, 4, 1);
    assertThat(restored.takeChanges(GRID, NOON)).containsExactly(row(GAS_LEL_PERCENT, 3, 4));
  }

  @Test
  void aCopyAndItsOriginalGoTheirOwnWays() {
    minute.add(NOISE_DBA, 40, 1);

    GridMinute copy = FORM.copy(minute);
    minute.add(NOISE_DBA, 60, 1);
    minute.takeChanges(GRID, NOON);

    assertThat(copy.takeChanges(GRID, NOON)).containsExactly(row(NOISE_DBA, 40));
  }

  @Test
  void takesTwoBytesAndATallyForEachMeasureAndOneMore() throws Exception {
    minute.add(SMOKE, 0, 1);
    minute.add(Measure.CROWD_COUNT, 7, 1);

    assertThat(BinaryForms.write(FORM, minute)).hasSize(1 + 2 + 6 + 2 + 18 - 3);
  }

  private static PlaceMetric row(Measure measure, double... values) {
    return new PlaceMetric(
        GRID,
        Level.GRID,
        "630105",
        measure,
        Window.MINUTE,
        NOON,
        true,
        TestingTally.of(measure, values));
  }
}
