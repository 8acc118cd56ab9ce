package city.xueliang.benchmark.nab;

/** What a wrong alarm and a missed anomaly cost; a found one is worth 1 at most. */
enum NabProfile {
  STANDARD(0.11, 1),
  REWARD_LOW_FP(0.22, 1),
  REWARD_LOW_FN(0.11, 2);

  private final double falsePositive;
  private final double falseNegative;

  NabProfile(double falsePositive, double falseNegative) {
    this.falsePositive = falsePositive;
    this.falseNegative = falseNegative;
  }

  double falsePositive() {
    return falsePositive;
  }

  double falseNegative() {
    return falseNegative;
  }
}
