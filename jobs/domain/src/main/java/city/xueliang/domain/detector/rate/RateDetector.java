package city.xueliang.domain.detector.rate;

import city.xueliang.domain.alert.Evidence;
import city.xueliang.domain.alert.Signal.Kind;
import city.xueliang.domain.alert.Why;
import city.xueliang.domain.detector.Detector;
import city.xueliang.domain.detector.Finding;
import city.xueliang.domain.detector.Sighting;
import city.xueliang.domain.detector.Verdict;
import city.xueliang.domain.detector.rate.RateState.Point;
import city.xueliang.domain.observation.EventTime;
import city.xueliang.domain.rule.Condition.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Judges how far the values of one device rise or fall within a span: each value against the lowest
 * or highest of the span before it. The condition is raised at the limit, cleared by a newest value
 * at the clear limit, and by the span's end if no value comes.
 *
 * <p>A value out of order may complete a change that was not seen, of itself or of a later value;
 * it never clears anything, and raises nothing before what was told last. One that is older than
 * the newest by more than the span changes nothing.
 */
public final class RateDetector implements Detector<RateState, Sighting> {
  private final Rate condition;
  private final long span;

  public RateDetector(Rate condition) {
    this.condition = condition;
    this.span = condition.span().toMillis();
  }

  @Override
  public RateState initial() {
    return RateState.INITIAL;
  }

  @Override
  public boolean isForgettable(RateState state) {
    return state.equals(RateState.INITIAL);
  }

  @Override
  public Verdict<RateState> judge(RateState before, Sighting sighting) {
    Point point = new Point(sighting.occurredAt(), sighting.value());
    if (sighting.measure() != condition.measure() || isOutOfReach(before, point)) {
      return Verdict.nothing(before);
    }
    List<Finding> findings = new ArrayList<>(0);
    RateState known = before;
    if (before.raised() && point.at() > before.newest().at() + span) {
      Verdict<RateState> ended = end(before);
      findings.addAll(ended.findings());
      known = ended.state();
    }
    Points points = points(known);
    points.add(point);
    RateState after = judged(known, points, point.at(), sighting.deviceId(), findings);
    return new Verdict<>(after, findings);
  }

  /** Clears what is raised, and forgets the values, when none has come for long enough. */
  @Override
  public Verdict<RateState> onTime(RateState before, long now) {
    if (before.points().isEmpty() || now < due(before)) {
      return Verdict.nothing(before);
    }
    return before.raised() ? end(before) : Verdict.nothing(RateState.INITIAL);
  }

  @Override
  public long due(RateState state) {
    if (state.points().isEmpty()) {
      return NEVER;
    }
    long end = state.newest().at() + span;
    return state.raised() ? end : EventTime.expiry(end);
  }

  /** Clears by the newest value. */
  @Override
  public Verdict<RateState> rejudge(RateState before) {
    if (!before.raised()) {
      return Verdict.nothing(before);
    }
    List<Finding> findings = new ArrayList<>(1);
    RateState after = clearedOrNot(before.told(), points(before), "", findings);
    return new Verdict<>(after, findings);
  }

  private boolean isOutOfReach(RateState before, Point point) {
    return !before.points().isEmpty() && point.at() < before.newest().at() - span;
  }

  private Points points(RateState state) {
    return new Points(state.points(), condition.direction(), span);
  }

  private RateState judged(
      RateState before, Points points, long from, String deviceId, List<Finding> findings) {
    boolean raised = before.raised();
    long told = before.told();
    for (Point point : points.list()) {
      if (raised) {
        break;
      }
      if (point.at() >= from && point.at() > told) {
        Point base = points.baseOf(point);
        if (points.change(base, point) >= condition.limit()) {
          findings.add(finding(Kind.RAISED, base, point, deviceId));
          raised = true;
          told = point.at();
        }
      }
    }
    return raised
        ? clearedOrNot(told, points, deviceId, findings)
        : new RateState(points.list(), false, told);
  }

  private RateState clearedOrNot(
      long told, Points points, String deviceId, List<Finding> findings) {
    Point newest = points.list().get(points.list().size() - 1);
    Point base = points.baseOf(newest);
    if (points.change(base, newest) > condition.clearLimit()) {
      return new RateState(points.list(), true, told);
    }
    findings.add(finding(Kind.CLEARED, base, newest, deviceId));
    return new RateState(points.list(), false, newest.at());
  }

  private Verdict<RateState> end(RateState before) {
    long end = before.newest().at() + span;
    return Verdict.of(
        new RateState(before.points(), false, end),
        Finding.of(Kind.CLEARED, Why.passed(condition.limit(), List.of()), end));
  }

  private Finding finding(Kind kind, Point base, Point point, String deviceId) {
    List<Evidence> evidence =
        Stream.of(base, point)
            .distinct()
            .map(each -> new Evidence(deviceId, condition.measure(), each.value(), each.at()))
            .toList();
    return Finding.of(kind, Why.passed(condition.limit(), evidence), point.at());
  }
}
