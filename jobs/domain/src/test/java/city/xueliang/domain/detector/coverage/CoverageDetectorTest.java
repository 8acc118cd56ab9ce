package city.xueliang.domain.detector.coverage;

import static city.xueliang.domain.detector.TestingKey.words;
import static city.xueliang.domain.detector.TestingSighting.grid;
import static city.xueliang.domain.detector.TestingSighting.minute;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.alert.Evidence;
import city.xueliang.domain.coverage.CoverageFigures;
import city.xueliang.domain.coverage.CoverageSum;
import city.xueliang.domain.coverage.PlaceCoverage;
import city.xueliang.domain.detector.Detector;
import city.xueliang.domain.detector.Finding;
import city.xueliang.domain.detector.TestingKey;
import city.xueliang.domain.detector.threshold.ThresholdState;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.rule.Condition.Coverage;
import city.xueliang.domain.tally.Window;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CoverageDetectorTest {
  /** 40 % dark, gone at 20 %, of 10 devices at least. */
  private static final Coverage AT_ONCE = condition(40, 20, Duration.ZERO);

  private final TestingKey<ThresholdState, PlaceCoverage> grid = watched(AT_ONCE);

  @Test
  void aDarkMinuteRaisesAtItsEnd() {
    assertThat(grid.takes(row(0, 61, 39))).isEmpty();
    assertThat(words(grid.takes(row(1, 60, 40)))).containsExactly("RAISED +120 s");
  }

  @Test
  void aFindingTellsTheLimitAndTheShare() {
    Finding raised = grid.takes(row(0, 25, 75)).get(0);

    assertThat(raised.why().limit()).isEqualTo(40);
    assertThat(raised.why().evidence()).containsExactly(new Evidence("", null, 75, minute(1)));
  }

  @Test
  void itIsClearedAtTheClearLimit() {
    grid.takes(row(0, 50, 50));

    assertThat(grid.takes(row(1, 79, 21))).isEmpty();
    assertThat(words(grid.takes(row(2, 80, 20)))).containsExactly("CLEARED +180 s");
  }

  @Test
  void aPlaceOfTooFewDevicesIsNotJudged() {
    assertThat(grid.takes(row(0, 0, 9))).isEmpty();
    assertThat(words(grid.takes(row(1, 0, 10)))).containsExactly("RAISED +120 s");
  }

  @Test
  void aPlaceThatHasTooFewDevicesLeftIsCleared() {
    grid.takes(row(0, 0, 10));

    assertThat(words(grid.takes(row(1, 0, 9)))).containsExactly("CLEARED +120 s");
  }

  @Test
  void itHasToHoldForTheDwell() {
    var slow = watched(condition(40, 20, Duration.ofMinutes(2)));

    assertThat(slow.takes(row(0, 50, 50))).isEmpty();
    assertThat(slow.takes(row(1, 50, 50))).isEmpty();
    assertThat(words(slow.takes(row(2, 50, 50)))).containsExactly("RAISED +180 s");
  }

  @Test
  void aMissingMinuteStartsTheDwellAnew() {
    var slow = watched(condition(40, 20, Duration.ofMinutes(2)));
    slow.takes(row(0, 50, 50));

    assertThat(slow.takes(row(2, 50, 50))).isEmpty();
    assertThat(slow.takes(row(3, 50, 50))).isEmpty();
    assertThat(words(slow.takes(row(4, 50, 50)))).containsExactly("RAISED +300 s");
  }

  @Test
  void aMinuteThatWasJudgedIsNotJudgedAgain() {
    grid.takes(row(1, 50, 50));

    assertThat(grid.takes(row(1, 100, 0))).isEmpty();
    assertThat(grid.takes(row(0, 100, 0))).isEmpty();
  }

  @Test
  void aMinuteThatIsNotOverIsNotJudged() {
    assertThat(grid.takes(row(Level.GRID, Window.MINUTE, false))).isEmpty();
  }

  @Test
  void hoursAreNotJudged() {
    assertThat(grid.takes(row(Level.GRID, Window.HOUR, true))).isEmpty();
  }

  @Test
  void otherLevelsAreNotJudged() {
    assertThat(grid.takes(row(Level.STREET, Window.MINUTE, true))).isEmpty();
    assertThat(grid.isForgettable()).isTrue();
  }

  @Test
  void itWaitsForNoTime() {
    grid.takes(row(0, 50, 50));

    assertThat(grid.due()).isEqualTo(Detector.NEVER);
    assertThat(new CoverageDetector(AT_ONCE).onTime(grid.state(), minute(9)).findings()).isEmpty();
  }

  @Test
  void whatHoldsByTheChangedRuleStaysRaised() {
    grid.takes(row(0, 50, 50));

    assertThat(grid.changesTo(new CoverageDetector(condition(60, 49, Duration.ZERO)))).isEmpty();
  }

  @Test
  void whatIsClearByTheChangedRuleIsCleared() {
    grid.takes(row(0, 50, 50));

    assertThat(words(grid.changesTo(new CoverageDetector(condition(60, 50, Duration.ZERO)))))
        .containsExactly("CLEARED +60 s");
  }

  private static TestingKey<ThresholdState, PlaceCoverage> watched(Coverage condition) {
    return new TestingKey<>(new CoverageDetector(condition));
  }

  private static Coverage condition(double dark, double clear, Duration dwell) {
    return new Coverage(Level.GRID, dark, clear, 10, dwell);
  }

  private static PlaceCoverage row(long minute, long heard, long silent) {
    return row(Level.GRID, Window.MINUTE, true, minute, heard, silent);
  }

  private static PlaceCoverage row(Level level, Window window, boolean complete) {
    return row(level, window, complete, 0, 0, 100);
  }

  private static PlaceCoverage row(
      Level level, Window window, boolean complete, long minute, long heard, long silent) {
    return new PlaceCoverage(
        grid(1),
        level,
        "630105",
        window,
        minute(minute),
        complete,
        CoverageSum.NONE.plus(new CoverageFigures(heard, 0, 0, silent, 0, 0)));
  }
}
