package city.xueliang.benchmark.counts;

/**
 * What came out for one scenario; the line of JSON has these names.
 *
 * @param points judged outside outbreaks, after the first half of each series
 * @param falseAlarms of these found unusual
 * @param falseEpisodes episodes that began at one of these
 * @param outbreaks begun after the first half
 * @param detected of these with an unusual point from start to end
 * @param large outbreaks of 7 or 10 standard deviations
 * @param largeDetected of these
 */
record CountFigures(
    String scenario,
    long points,
    long falseAlarms,
    long falseEpisodes,
    long outbreaks,
    long detected,
    long large,
    long largeDetected) {

  static CountFigures none(String scenario) {
    return new CountFigures(scenario, 0, 0, 0, 0, 0, 0, 0);
  }

  CountFigures plus(CountFigures other) {
    return new CountFigures(
        scenario,
        points + other.points,
        falseAlarms + other.falseAlarms,
        falseEpisodes + other.falseEpisodes,
        outbreaks + other.outbreaks,
        detected + other.detected,
        large + other.large,
        largeDetected + other.largeDetected);
  }

  double falseShare() {
    return share(falseAlarms, points);
  }

  double falseEpisodeShare() {
    return share(falseEpisodes, points);
  }

  double detectedShare() {
    return share(detected, outbreaks);
  }

  double largeDetectedShare() {
    return share(largeDetected, large);
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
