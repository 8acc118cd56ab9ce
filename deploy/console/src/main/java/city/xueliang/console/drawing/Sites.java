package city.xueliang.console.drawing;

import city.xueliang.domain.place.Place.Coordinate;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * Where the parts of a place lie to each other, stretched over the ground that they are to have.
 */
final class Sites {
  /** Turns from one to the next so that no two are in line. */
  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

  /** How far apart parts are put that lie at one point, of the ground's spread. */
  private static final double NUDGE = 1e-3;

  /** Degrees; below it, all parts lie at one point. */
  private static final double LEAST_SPREAD = 1e-9;

  private Sites() {}

  /** x and y of each part; no two at the same point. */
  static double[][] of(Branch place, double[][] ground) {
    int[] weights = place.parts().stream().mapToInt(Branch::leaves).toArray();
    return new double[][] {
      over(ground[0], values(place, Coordinate::longitude), weights, Math::cos),
      over(ground[1], values(place, centre -> -centre.latitude()), weights, Math::sin)
    };
  }

  private static double[] over(
      double[] ground, double[] values, int[] weights, DoubleUnaryOperator direction) {
    int[] ones = new int[ground.length];
    Arrays.fill(ones, 1);
    double middle = mean(ground, ones);
    double spread = spread(ground, ones, middle);
    double valuesMiddle = mean(values, weights);
    double valuesSpread = spread(values, weights, valuesMiddle);
    double[] sites = new double[values.length];
    for (int i = 0; i < sites.length; i++) {
      double nudge = NUDGE * Math.sqrt(i + 1) * direction.applyAsDouble(i * GOLDEN_ANGLE);
      double place = valuesSpread < LEAST_SPREAD ? 0 : (values[i] - valuesMiddle) / valuesSpread;
      sites[i] = middle + spread * (place + nudge);
    }
    return sites;
  }

  private static double mean(double[] values, int[] weights) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * weights[i];
    }
    return sum / Arrays.stream(weights).sum();
  }

  private static double spread(double[] values, int[] weights, double mean) {
    double[] squares =
        Arrays.stream(values).map(value -> (value - mean) * (value - mean)).toArray();
    return Math.sqrt(mean(squares, weights));
  }

  /** Where a part is not known to lie, the mean of the others. */
  private static double[] values(Branch place, ToDoubleFunction<Coordinate> of) {
    double mean =
        place.parts().stream()
            .map(Branch::centre)
            .filter(Objects::nonNull)
            .mapToDouble(of)
            .average()
            .orElse(0);
    return place.parts().stream()
        .mapToDouble(part -> part.centre() == null ? mean : of.applyAsDouble(part.centre()))
        .toArray();
  }
}
