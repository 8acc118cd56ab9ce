package city.xueliang.benchmark.nab;

import com.amazon.randomcutforest.RandomCutForest;
import com.amazon.randomcutforest.state.RandomCutForestMapper;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** A random cut forest in its library's usual size, to compare with. */
final class ForestSeries implements SeriesDetector {
  private static final int TREES = 50;
  private static final int SAMPLES = 256;

  private final RandomCutForest forest;

  /**
   * A forest.
   *
   * @param shingle how many values in a row make a point of it
   */
  ForestSeries(int shingle) {
    this.forest =
        RandomCutForest.builder()
            .dimensions(shingle)
            .shingleSize(shingle)
            .internalShinglingEnabled(true)
            .numberOfTrees(TREES)
            .sampleSize(SAMPLES)
            .randomSeed(1)
            .build();
  }

  @Override
  public double score(long at, double value) {
    float[] point = {(float) value};
    double score = forest.getAnomalyScore(point);
    forest.update(point);
    return score;
  }

  /** Of the library's own compact form, as JSON. */
  @Override
  public int stateBytes() throws IOException {
    RandomCutForestMapper mapper = new RandomCutForestMapper();
    mapper.setSaveTreeStateEnabled(true);
    mapper.setSaveExecutorContextEnabled(true);
    return new ObjectMapper().writeValueAsBytes(mapper.toState(forest)).length;
  }
}
