package city.xueliang.domain.tally;

import static city.xueliang.domain.observation.Measure.GAS_LEL_PERCENT;
import static city.xueliang.domain.observation.Measure.NOISE_DBA;
import static city.xueliang.domain.observation.Measure.SMOKE;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.state.BinaryForms;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceWindowTest {
  private static final PlaceWindow.Form FORM = new PlaceWindow.Form();

  private PlaceWindow window = new PlaceWindow();

  @Test
  void aWindowOfNothingHasNothingToSend() {
    assertThat(window.hasUnsent()).isFalse();
    assertThat(sent()).isEmpty();
  }

  @Test
  void whatWasAddedIsSentByMeasure() {
    add(NOISE_DBA, 40);
    add(NOISE_DBA, 60);
    add(SMOKE, 0);

    assertThat(window.hasUnsent()).isTrue();
    assertThat(sent())
        .isEqualTo(
            Map.of(
                NOISE_DBA, TestingTally.of(NOISE_DBA, 40, 60), SMOKE, TestingTally.of(SMOKE, 0)));
  }

  @Test
  void aCorrectionOfDevicesWaitsForTheObservationsThatItCorrects() {
    Tallies less = new Tallies();
    less.merge(Measure.SMOKE, Tally.oneDeviceLess(Measure.SMOKE, 7));
    window.merge(less);
    window.close();
    assertThat(sent()).isEmpty();

    add(Measure.SMOKE, 0);

    assertThat(sent()).containsOnlyKeys(Measure.SMOKE);
  }

  @Test
  void nothingIsSentTwice() {
    add(NOISE_DBA, 40);
    sent();

    assertThat(window.hasUnsent()).isFalse();
    assertThat(sent()).isEmpty();
  }

  @Test
  void closingSendsEveryMeasureOnceMore() {
    add(NOISE_DBA, 40);
    add(SMOKE, 0);
    sent();

    window.close();

    assertThat(sent()).containsOnlyKeys(NOISE_DBA, SMOKE);
    assertThat(sent()).isEmpty();
  }

  @Test
  void onlyWhatChangedAfterTheCloseIsSentAgainAndThatAsAWhole() {
    add(NOISE_DBA, 40);
    add(GAS_LEL_PERCENT, 3);
    window.close();
    sent();

    add(NOISE_DBA, 60);

    assertThat(sent()).isEqualTo(Map.of(NOISE_DBA, TestingTally.of(NOISE_DBA, 40, 60)));
  }

  @Test
  void whatWasSentDoesNotChangeAnyMore() {
    add(NOISE_DBA, 40);
    Map<Measure, Tally> sent = sent();

    add(NOISE_DBA, 60);

    assertThat(sent).isEqualTo(Map.of(NOISE_DBA, TestingTally.of(NOISE_DBA, 40)));
  }

  @Test
  void aClosedWindowStaysClosedWhenItIsWrittenAndCorrected() throws Exception {
    add(GAS_LEL_PERCENT, 3);
    window.close();
    sent();
    restore();
    add(GAS_LEL_PERCENT, 4);
    restore();

    assertThat(window.isClosed()).isTrue();
    assertThat(sent()).isEqualTo(Map.of(GAS_LEL_PERCENT, TestingTally.of(GAS_LEL_PERCENT, 3, 4)));
  }

  @Test
  void aCopyAndItsOriginalGoTheirOwnWays() {
    add(NOISE_DBA, 40);

    PlaceWindow original = window;
    window = FORM.copy(window);
    original.merge(tallies(NOISE_DBA, 60));

    assertThat(sent()).isEqualTo(Map.of(NOISE_DBA, TestingTally.of(NOISE_DBA, 40)));
  }

  @Test
  void aSentMinuteOfTwelveMeasuresTakesLessThan400Bytes() throws Exception {
    int measures = 0;
    for (Measure measure : Measure.values()) {
      if (measure.isValued() && measures < 12) {
        add(measure, 0.25);
        add(measure, 0.5);
        measures++;
      }
    }
    window.close();
    sent();

    assertThat(measures).isEqualTo(12);
    assertThat(BinaryForms.write(FORM, window)).hasSizeLessThan(400);
  }

  private void add(Measure measure, double value) {
    window.merge(tallies(measure, value));
  }

  private static Tallies tallies(Measure measure, double value) {
    Tallies tallies = new Tallies();
    tallies.add(measure, value, Window.MINUTE.bit());
    return tallies;
  }

  private Map<Measure, Tally> sent() {
    Map<Measure, Tally> sent = new EnumMap<>(Measure.class);
    window.send(sent::put);
    return sent;
  }

  private void restore() throws Exception {
    window = BinaryForms.roundTrip(FORM, window);
  }
}
