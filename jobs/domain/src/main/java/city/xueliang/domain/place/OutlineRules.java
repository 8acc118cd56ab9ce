package city.xueliang.domain.place;

import city.xueliang.domain.place.Place.Coordinate;
import city.xueliang.domain.text.Problem;
import java.util.List;

/** What the rings of an outline must fulfil; each rule speaks at most once about a ring. */
final class OutlineRules {
  /** Three corners, and the first again. */
  private static final int SHORTEST_RING = 4;

  private final List<Problem> problems;

  OutlineRules(List<Problem> problems) {
    this.problems = problems;
  }

  void judge(Origin origin, List<List<Coordinate>> outline) {
    for (int i = 0; i < outline.size(); i++) {
      judge(origin, i + 1, outline.get(i));
    }
  }

  private void judge(Origin origin, int number, List<Coordinate> ring) {
    if (ring.size() < SHORTEST_RING) {
      problems.add(origin.problem("outline", "registry.ring-too-short", number, ring.size()));
    } else if (!ring.get(0).equals(ring.get(ring.size() - 1))) {
      problems.add(
          origin.problem(
              "outline",
              "registry.ring-not-closed",
              number,
              words(ring.get(ring.size() - 1)),
              words(ring.get(0))));
    }
    ring.stream()
        .filter(point -> !isLongitude(point.longitude()) || !isLatitude(point.latitude()))
        .findFirst()
        .ifPresent(
            point ->
                problems.add(
                    origin.problem("outline", "registry.outline-range", number, words(point))));
  }

  static boolean isLongitude(double degrees) {
    return degrees >= -180 && degrees <= 180;
  }

  static boolean isLatitude(double degrees) {
    return degrees >= -90 && degrees <= 90;
  }

  private static String words(Coordinate point) {
    return "[" + point.longitude() + ", " + point.latitude() + "]";
  }
}
