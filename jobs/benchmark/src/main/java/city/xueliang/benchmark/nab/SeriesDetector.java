package city.xueliang.benchmark.nab;

import java.io.IOException;

/** Scores the values of one series, in their order, without a look ahead. */
interface SeriesDetector {

  /**
   * Scores a value, from 0 to 1 or more for the most unusual.
   *
   * @param at epoch milliseconds
   */
  double score(long at, double value);

  /** Bytes of what was learnt. */
  int stateBytes() throws IOException;
}
