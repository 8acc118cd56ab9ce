package city.xueliang.benchmark.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.tally.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SizingITCase {
  private static final double SMALLEST_CITY = 0.001;
  private static final SizingOptions AN_HOUR_OF_TWO_MEASURES =
      new SizingOptions(
          SMALLEST_CITY, SizingOptions.measures(2), 1, 5_000, LocalDate.of(2026, 11, 21), 1);

  @TempDir Path folder;

  @Test
  void measuresTheEmbeddedStoreAndLeavesNothingBehind() throws Exception {
    try (MeasuredStore store = new MeasuredQuestDb(folder)) {
      assertThatEachRowIsThereOnce(measure(store));
    }
    assertThat(entries(folder)).isZero();
  }

  @Test
  void measuresARealInfluxDbAndLeavesNothingBehind() throws Exception {
    try (MeasuredStore store = new OwnInfluxDb(folder, Duration.ZERO)) {
      assertThatEachRowIsThereOnce(measure(store));
    }
    assertThat(entries(folder)).isZero();
  }

  private SizingFigures measure(MeasuredStore store) throws Exception {
    return new SizingRun(AN_HOUR_OF_TWO_MEASURES).measure("any", store, folder);
  }

  private static void assertThatEachRowIsThereOnce(SizingFigures figures) {
    long ofEachKind = figures.places() * figures.measures().size();
    assertThat(figures.rows())
        .isEqualTo(
            Map.of(
                Window.MINUTE, 60 * ofEachKind,
                Window.HOUR, ofEachKind,
                Window.DAY, ofEachKind));
    assertThat(figures.series()).isEqualTo(3 * ofEachKind);
    assertThat(figures.bytesPerMinuteRow()).isBetween(1.0, 1_000.0);
    assertThat(figures.settled()).isTrue();
  }

  private static long entries(Path folder) throws Exception {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.count();
    }
  }
}
