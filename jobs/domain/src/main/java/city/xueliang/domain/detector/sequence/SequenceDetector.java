package city.xueliang.domain.detector.sequence;

import city.xueliang.domain.detector.Episode;
import city.xueliang.domain.detector.EpisodeDetector;
import city.xueliang.domain.detector.Sighting;
import city.xueliang.domain.detector.Sightings;
import city.xueliang.domain.rule.Condition.Sequence;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges whether one sign follows another at one device or place, by event time: strictly after it
 * and within the span. Each second sign that follows counts, and one first sign serves as many as
 * come within its span; it is gone when the span has passed since the last second one.
 */
public final class SequenceDetector extends EpisodeDetector {
  /** Sightings that are kept. */
  private static final int MOST = 64;

  private final Sequence condition;

  public SequenceDetector(Sequence condition) {
    super(condition.within(), MOST, condition.then().atLeast());
    this.condition = condition;
  }

  @Override
  protected boolean shows(Sighting sighting) {
    return isFirst(sighting) || isSecond(sighting);
  }

  @Override
  protected List<Held> heldBy(Sightings sightings, int index) {
    Sighting sighting = sightings.get(index);
    List<Held> held = new ArrayList<>(1);
    if (isSecond(sighting)) {
      add(sightings, index, firstBefore(sightings, index, -1), held);
    }
    if (isFirst(sighting)) {
      int from = sightings.firstFrom(sighting.occurredAt() + 1);
      int to = sightings.firstFrom(sighting.occurredAt() + span() + 1);
      for (int second = from; second < to; second++) {
        boolean hadOne = firstBefore(sightings, second, index) >= 0;
        if (isSecond(sightings.get(second)) && !hadOne) {
          add(sightings, second, index, held);
        }
      }
    }
    return held;
  }

  /** First signs do not crowd out second ones. */
  @Override
  protected Object crowdOf(Sighting sighting) {
    return isSecond(sighting);
  }

  private void add(Sightings sightings, int second, int first, List<Held> held) {
    if (first >= 0) {
      long at = sightings.at(second);
      held.add(
          new Held(
              new Episode(at, at + span()), List.of(sightings.get(first), sightings.get(second))));
    }
  }

  /** Index of the last first sign before a second one, other than this; negative if none is. */
  private int firstBefore(Sightings sightings, int second, int other) {
    long at = sightings.at(second);
    for (int i = second - 1; i >= 0 && at - sightings.at(i) <= span(); i--) {
      if (i != other && sightings.at(i) < at && isFirst(sightings.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private boolean isFirst(Sighting sighting) {
    return condition.first().isShownBy(sighting.measure(), sighting.value());
  }

  private boolean isSecond(Sighting sighting) {
    return condition.then().isShownBy(sighting.measure(), sighting.value());
  }
}
