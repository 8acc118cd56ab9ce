package city.xueliang.benchmark.week;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class WeekTableTest {
  @Test
  void theLastDayIsComparedWithTheSecond() {
    assertThat(WeekTable.growth(days(900, 100, 500, 110), DayFigures::heapBytes))
        .isCloseTo(0.1, Offset.offset(1e-9));
  }

  @Test
  void oneDayAloneHasNotGrown() {
    assertThat(WeekTable.growth(days(900), DayFigures::heapBytes)).isZero();
  }

  @Test
  void aFigureThatADayDoesNotHaveIsZeroThere() {
    List<DayFigures> days = new ArrayList<>(days(1, 2));
    days.add(new DayFigures(3, 2, 0, Map.of("alert-desk", 7L), Map.of(), 0, 0, 0));
    StringWriter shown = new StringWriter();

    new WeekTable(days, key -> key).print(new PrintWriter(shown, true));

    assertThat(shown.toString().lines().filter(line -> line.contains("alert-desk")))
        .singleElement()
        .asString()
        .matches("  alert-desk +0 +0 +7 +0\\.0%");
  }

  private static List<DayFigures> days(long... heapBytes) {
    List<DayFigures> days = new ArrayList<>();
    for (long bytes : heapBytes) {
      days.add(new DayFigures(days.size() + 1, bytes, 0, Map.of(), Map.of(), 0, 0, 0));
    }
    return days;
  }
}
