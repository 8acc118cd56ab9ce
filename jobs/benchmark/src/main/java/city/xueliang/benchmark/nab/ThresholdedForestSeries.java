package city.xueliang.benchmark.nab;

import com.amazon.randomcutforest.config.TransformMethod;
import com.amazon.randomcutforest.parkservices.ThresholdedRandomCutForest;
import com.amazon.randomcutforest.parkservices.state.ThresholdedRandomCutForestMapper;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;

/** The forest with its library's own threshold, which finds the beginnings of anomalies. */
final class ThresholdedForestSeries implements SeriesDetector {
  private static final int TREES = 50;
  private static final int SAMPLES = 256;
  private static final double ANOMALY_RATE = 0.01;

  private final ThresholdedRandomCutForest forest;

  /**
   * A forest.
   *
   * @param shingle how many values in a row make a point of it
   */
  ThresholdedForestSeries(int shingle) {
    this.forest =
        ThresholdedRandomCutForest.builder()
            .dimensions(shingle)
            .shingleSize(shingle)
            .numberOfTrees(TREES)
            .sampleSize(SAMPLES)
            .randomSeed(1)
            .anomalyRate(ANOMALY_RATE)
            .transformMethod(TransformMethod.NORMALIZE)
            .alertOnce(true)
            .build();
  }

  @Override
  public double score(long at, double value) {
    return forest
        .process(new double[] {value}, Duration.ofMillis(at).toSeconds())
        .getAnomalyGrade();
  }

  /** Of the library's own compact form, as JSON. */
  @Override
  public int stateBytes() throws IOException {
    return new ObjectMapper()
        .writeValueAsBytes(new ThresholdedRandomCutForestMapper().toState(forest))
        .length;
  }
}
