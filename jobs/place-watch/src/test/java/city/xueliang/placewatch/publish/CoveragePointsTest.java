package city.xueliang.placewatch.publish;

import static city.xueliang.testing.Moments.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.coverage.CoverageFigures;
import city.xueliang.domain.coverage.CoverageSum;
import city.xueliang.domain.coverage.PlaceCoverage;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.tally.Window;
import city.xueliang.store.layout.Measurement;
import city.xueliang.store.layout.Measurement.Field;
import city.xueliang.testing.Town;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoveragePointsTest {
  private static final CoverageFigures FIGURES = new CoverageFigures(3, 1, 2, 1, 3, 75);

  @Test
  void aRowHasItsPlaceAndAllItsFigures() {
    PlaceCoverage row = row(Window.MINUTE, CoverageSum.NONE.plus(FIGURES));

    assertThat(CoveragePoints.point(row, "_history").toLineProtocol())
        .isEqualTo(
            "coverage,district=630105,level=GRID,place=%s,window=MINUTE ".formatted(Town.GRID)
                + "clock_wrong=2i,complete=true,expected=10i,frozen=1i,heard=4i,"
                + "longest_silence_s=75i,never_reported=3i,percent=40.0,silent=1i "
                + NOON.toEpochMilli());
  }

  @Test
  void anHourHasTheMeansOfItsMinutesInTheHistory() {
    CoverageSum minutes =
        CoverageSum.NONE.plus(FIGURES).plus(new CoverageFigures(9, 0, 0, 1, 0, 15));

    assertThat(CoveragePoints.point(row(Window.HOUR, minutes), "_history").toLineProtocol())
        .startsWith("coverage_history,")
        .contains("expected=10i,", "heard=7i,", "percent=65.0,", "longest_silence_s=75i,");
  }

  @Test
  void aRowHasTheFieldsOfTheLayout() {
    String line = CoveragePoints.point(row(Window.MINUTE, CoverageSum.NONE), "").toLineProtocol();
    List<String> fields =
        Arrays.stream(line.split(" ", -1)[1].split(",", -1))
            .map(field -> field.substring(0, field.indexOf('=')))
            .toList();

    assertThat(fields)
        .containsExactlyInAnyOrderElementsOf(
            Measurement.COVERAGE.fields().stream().map(Field::name).toList());
  }

  private static PlaceCoverage row(Window window, CoverageSum minutes) {
    return new PlaceCoverage(
        Town.GRID, Level.GRID, Town.DISTRICT, window, NOON.toEpochMilli(), true, minutes);
  }
}
