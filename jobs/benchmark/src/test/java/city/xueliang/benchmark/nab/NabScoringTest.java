package city.xueliang.benchmark.nab;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.benchmark.nab.LabelledFile.Window;
import city.xueliang.benchmark.nab.NabScoring.OfFile;
import city.xueliang.benchmark.nab.NabScoring.Total;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Small cases whose values were worked out by hand. */
class NabScoringTest {
  private static final Offset<Double> CLOSE = Offset.offset(1e-6);
  private static final int ROWS = 20;
  private static final Window WINDOW = new Window(10, 13);

  private final NabScoring standard = new NabScoring(NabProfile.STANDARD);

  @Test
  void anAlarmAtTheFirstRowOfAWindowIsWorthAll() {
    assertThat(standard.of(alarmsAt(10), 1).raw()).isCloseTo(1, CLOSE);
  }

  @Test
  void anAlarmAtTheLastRowOfAWindowIsWorthLess() {
    assertThat(standard.of(alarmsAt(13), 1).raw()).isCloseTo(0.562125, CLOSE);
  }

  @Test
  void onlyTheBestAlarmOfAWindowCounts() {
    OfFile both = standard.of(alarmsAt(13, 10, 11), 1);

    assertThat(both.raw()).isCloseTo(1, CLOSE);
    assertThat(both.found()).isOne();
  }

  @Test
  void anAlarmBeforeAnyWindowCostsAll() {
    OfFile file = standard.of(alarmsAt(5), 1);

    assertThat(file.raw()).isCloseTo(-1.11, CLOSE);
    assertThat(file.falsePositives()).isOne();
  }

  @Test
  void anAlarmSoonAfterAWindowCostsLess() {
    assertThat(standard.of(alarmsAt(10, 14), 1).raw()).isCloseTo(1 - 0.11 * 0.682262, CLOSE);
    assertThat(standard.of(alarmsAt(10, 16), 1).raw()).isCloseTo(1 - 0.11 * 0.986614, CLOSE);
  }

  @Test
  void anAlarmInTheProbationCountsForNothing() {
    assertThat(standard.of(alarmsAt(2), 1)).isEqualTo(new OfFile(-1, 0, 0));
  }

  @Test
  void profilesWeighMistakesDifferently() {
    assertThat(new NabScoring(NabProfile.REWARD_LOW_FP).of(alarmsAt(5), 1).raw())
        .isCloseTo(-1.22, CLOSE);
    assertThat(new NabScoring(NabProfile.REWARD_LOW_FN).of(alarmsAt(5), 1).raw())
        .isCloseTo(-2.11, CLOSE);
  }

  @Test
  void theThresholdIsTheOneWithTheBestTotalOfAllFiles() {
    LabelledFile sure = file(WINDOW, 10, 0.9);
    LabelledFile wrong = file(new Window(15, 18), 5, 0.6);

    Total total = standard.total(List.of(sure, wrong));

    assertThat(total.threshold()).isEqualTo(0.9);
    assertThat(total.raw()).isCloseTo(0, CLOSE);
    assertThat(total.normalised()).isCloseTo(50, CLOSE);
  }

  @Test
  void allFoundAtOnceIs100() {
    assertThat(standard.total(List.of(alarmsAt(10))).normalised()).isCloseTo(100, CLOSE);
  }

  private static LabelledFile alarmsAt(int... rows) {
    List<Double> scores = new ArrayList<>(Collections.nCopies(ROWS, 0.0));
    for (int row : rows) {
      scores.set(row, 1.0);
    }
    return new LabelledFile("a.csv", scores, List.of(WINDOW));
  }

  private static LabelledFile file(Window window, int alarm, double score) {
    List<Double> scores = new ArrayList<>(Collections.nCopies(ROWS, 0.0));
    scores.set(alarm, score);
    return new LabelledFile(window + ".csv", scores, List.of(window));
  }
}
