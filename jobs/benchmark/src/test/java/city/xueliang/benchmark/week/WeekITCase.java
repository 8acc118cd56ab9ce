package city.xueliang.benchmark.week;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.rule.Rulebook;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeekITCase {
  private static final Instant MIDNIGHT_IN_XINING = Instant.parse("2026-11-15T16:00:00Z");
  private static final int DEVICES = 80;

  @TempDir Path folder;

  @Test
  void looksAtTheJobAtTheEndOfEachDay() throws Exception {
    List<DayFigures> days = new ArrayList<>();

    new WeekRun(new WeekOptions(DEVICES, 2, 1, MIDNIGHT_IN_XINING, 1), Rulebook.EMPTY)
        .run(folder, days::add);

    assertThat(days).extracting(DayFigures::day).containsExactly(1, 2);
    assertThat(days)
        .allSatisfy(
            day -> {
              assertThat(day.records()).isCloseTo(DEVICES * 24 * 60, Percentage.withPercentage(50));
              assertThat(day.stateBytes())
                  .containsKeys("watch-device", "merge-grids", "roll-up-places");
              assertThat(day.checkpointBytes()).isPositive();
              assertThat(day.instances()).containsKey("SeenRecords");
            });
  }
}
