package city.xueliang.benchmark.sizing;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.place.ModelClass;
import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What is written.
 *
 * @param scale factor on the grids of Xining, as the simulator takes it
 * @param measures of every place
 * @param hours of the day that begins with the date, 1 to 24
 * @param batch rows of one request at most
 */
record SizingOptions(
    double scale, List<Measure> measures, int hours, int batch, LocalDate date, long seed)
    implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  SizingOptions {
    measures = List.copyOf(measures);
  }

  /**
   * So many measures: first the quantities, whose rows are the larger ones, then the kinds that
   * count, then the others.
   */
  static List<Measure> measures(int number) {
    return Arrays.stream(Measure.values())
        .sorted(
            Comparator.comparing((Measure measure) -> measure.sender() != ModelClass.SENSOR)
                .thenComparing(measure -> !measure.isValued()))
        .limit(number)
        .toList();
  }
}
