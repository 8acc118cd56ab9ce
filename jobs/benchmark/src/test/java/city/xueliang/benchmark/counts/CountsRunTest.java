package city.xueliang.benchmark.counts;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.detector.unusual.UnusualSettings;
import city.xueliang.domain.detector.unusual.UnusualSettings.Kind;
import java.time.Duration;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountsRunTest {
  private static final int DRAWS = 20_000;
  private static final CountScenario FLAT =
      new CountScenario("flat", Duration.ofMinutes(5), Math.log(20), 0, 0, 0, 2);

  @ParameterizedTest
  @CsvSource({"0.1, 1", "3, 1.5", "20, 5", "400, 3"})
  void countsHaveTheirMeanAndDispersion(double mean, double phi) {
    CountNoise noise = new CountNoise(1);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < DRAWS; i++) {
      int count = noise.negativeBinomial(mean, phi);
      sum += count;
      squares += (double) count * count;
    }
    double found = sum / DRAWS;

    assertThat(found).isCloseTo(mean, Percentage.withPercentage(5));
    assertThat(squares / DRAWS - found * found)
        .isCloseTo(phi * mean, Percentage.withPercentage(10));
  }

  @Test
  void equalSeedsBringEqualFigures() {
    assertThat(figures(FLAT, 1)).isEqualTo(figures(FLAT, 1)).isNotEqualTo(figures(FLAT, 2));
  }

  @Test
  void mostLargeOutbreaksAreFoundAndFewAlarmsAreFalse() {
    CountFigures figures = figures(FLAT, 1);

    assertThat(figures.outbreaks()).isPositive();
    assertThat(figures.largeDetectedShare()).isGreaterThan(0.5);
    assertThat(figures.falseShare()).isLessThan(0.013);
  }

  @Test
  void aDayHasARhythmAndAWeekToo() {
    CountScenario scenario =
        new CountScenario("rhythm", Duration.ofHours(1), Math.log(20), 0, 0.8, 0.3, 1);

    assertThat(scenario.mean(Duration.ofHours(12))).isGreaterThan(20);
    assertThat(scenario.mean(Duration.ofHours(24))).isLessThan(20);
    assertThat(scenario.mean(Duration.ofHours(36)))
        .isGreaterThan(1.2 * scenario.mean(Duration.ofHours(36 + 96)));
    assertThat(scenario.mean(Duration.ofHours(36)))
        .isCloseTo(scenario.mean(Duration.ofHours(36 + 168)), Percentage.withPercentage(0.01));
  }

  private static CountFigures figures(CountScenario scenario, long seed) {
    return new CountsRun(new UnusualSettings(Kind.COUNT, 0, 0.35), 4_000).judge(scenario, 3, seed);
  }
}
