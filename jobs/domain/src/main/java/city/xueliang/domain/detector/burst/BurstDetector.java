package city.xueliang.domain.detector.burst;

import city.xueliang.domain.detector.Episode;
import city.xueliang.domain.detector.EpisodeDetector;
import city.xueliang.domain.detector.Sighting;
import city.xueliang.domain.detector.Sightings;
import city.xueliang.domain.rule.Condition.Burst;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges how many observations at one device or place show a sign within a span. A burst begins
 * with the last of the rule's count, and ends when the span has passed since the first of the
 * newest so many.
 */
public final class BurstDetector extends EpisodeDetector {
  /** Sightings that are kept; more if the rule counts to more. */
  private static final int MOST = 64;

  private final Burst condition;

  public BurstDetector(Burst condition) {
    super(condition.span(), Math.max(MOST, 2 * condition.count()), condition.sign().atLeast());
    this.condition = condition;
  }

  @Override
  protected boolean shows(Sighting sighting) {
    return condition.sign().isShownBy(sighting.measure(), sighting.value());
  }

  @Override
  protected List<Held> heldBy(Sightings sightings, int index) {
    int others = condition.count() - 1;
    List<Held> held = new ArrayList<>(1);
    for (int first = Math.max(0, index - others); first <= index; first++) {
      int last = first + others;
      if (last < sightings.size() && sightings.at(last) - sightings.at(first) <= span()) {
        held.add(
            new Held(
                new Episode(sightings.at(last), sightings.at(first) + span()),
                sightings.range(first, last + 1)));
      }
    }
    return held;
  }

  /** Any is as good as another: the oldest goes. */
  @Override
  protected Object crowdOf(Sighting sighting) {
    return condition;
  }
}
