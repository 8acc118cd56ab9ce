package city.xueliang.domain.detector.rate;

import city.xueliang.domain.detector.rate.RateState.Point;
import city.xueliang.domain.rule.Direction;
import java.util.ArrayList;
import java.util.List;

/**
 * The values of a span before the newest one. At most {@link #MOST} are kept: of more, the lowest
 * and the highest of each twenty-fourth of the span, so that no extreme is lost.
 */
final class Points {
  static final int MOST = 64;
  private static final int PARTS = 24;

  private final List<Point> points;
  private final Direction direction;
  private final long span;

  Points(List<Point> points, Direction direction, long spanMillis) {
    this.points = new ArrayList<>(points);
    this.direction = direction;
    this.span = spanMillis;
  }

  List<Point> list() {
    return points;
  }

  /** Adds a point that is no older than the span, and drops those that are. */
  void add(Point point) {
    int index = points.size();
    while (index > 0 && points.get(index - 1).at() > point.at()) {
      index--;
    }
    points.add(index, point);
    long oldest = points.get(points.size() - 1).at() - span;
    int gone = 0;
    while (points.get(gone).at() < oldest) {
      gone++;
    }
    points.subList(0, gone).clear();
    if (points.size() > MOST) {
      coarsen();
    }
  }

  /** The point within the span before this one from which the change to it is the greatest. */
  Point baseOf(Point point) {
    Point base = point;
    for (Point candidate : points) {
      if (candidate.at() > point.at()) {
        break;
      }
      if (point.at() - candidate.at() <= span && change(candidate, point) > change(base, point)) {
        base = candidate;
      }
    }
    return base;
  }

  /** How far the value rises, or falls where that is what is bad. */
  double change(Point from, Point to) {
    return direction == Direction.ABOVE ? to.value() - from.value() : from.value() - to.value();
  }

  private void coarsen() {
    long part = Math.max(1, span / PARTS);
    Point newest = points.get(points.size() - 1);
    List<Point> kept = new ArrayList<>();
    int from = 0;
    while (from < points.size() - 1) {
      int to = from + 1;
      long number = Math.floorDiv(points.get(from).at(), part);
      while (to < points.size() - 1 && Math.floorDiv(points.get(to).at(), part) == number) {
        to++;
      }
      keepExtremes(points.subList(from, to), kept);
      from = to;
    }
    kept.add(newest);
    points.clear();
    points.addAll(kept);
  }

  private static void keepExtremes(List<Point> part, List<Point> kept) {
    Point lowest = part.get(0);
    Point highest = part.get(0);
    for (Point point : part) {
      // Of equal ones the last: it is within the span for longest.
      lowest = point.value() <= lowest.value() ? point : lowest;
      highest = point.value() >= highest.value() ? point : highest;
    }
    Point first = lowest.at() <= highest.at() ? lowest : highest;
    kept.add(first);
    if (!lowest.equals(highest)) {
      kept.add(first.equals(lowest) ? highest : lowest);
    }
  }
}
