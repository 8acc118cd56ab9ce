package city.xueliang.feeds.simulate.incident;

/** How a value goes through an incident: straight lines between points. */
final class Course {
  /** Of an event without a value. */
  static final Course NO_VALUE = of(0, 0);

  private final double[] points;

  private Course(double[] points) {
    this.points = points;
  }

  /**
   * @param points seconds since the beginning and value, in turn; the seconds rise
   */
  static Course of(double... points) {
    return new Course(points.clone());
  }

  /** Two decimals; before the first point and after the last it stays the same. */
  double at(double seconds) {
    return rounded(exactly(seconds));
  }

  private double exactly(double seconds) {
    int last = points.length - 2;
    if (seconds >= points[last]) {
      return points[last + 1];
    }
    int next = 0;
    while (points[next] <= seconds) {
      next += 2;
    }
    if (next == 0) {
      return points[1];
    }
    double share = (seconds - points[next - 2]) / (points[next] - points[next - 2]);
    double value = points[next - 1] + share * (points[next + 1] - points[next - 1]);
    return value;
  }

  double peak() {
    double peak = points[1];
    for (int i = 3; i < points.length; i += 2) {
      peak = Math.max(peak, points[i]);
    }
    return rounded(peak);
  }

  private static double rounded(double value) {
    return Math.rint(value * 100) / 100;
  }
}
