package city.xueliang.domain.detector.spread;

import city.xueliang.domain.detector.Episode;
import city.xueliang.domain.detector.EpisodeDetector;
import city.xueliang.domain.detector.Sighting;
import city.xueliang.domain.detector.Sightings;
import city.xueliang.domain.rule.Condition.Spread;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Judges in how many grids of one zone a sign shows within a span. It begins with the grid that
 * makes them enough, and ends when the span has passed since the last sign of the grid without
 * which they are too few.
 */
public final class SpreadDetector extends EpisodeDetector {
  /** Sightings that are kept; more if the rule counts to more. */
  private static final int MOST = 256;

  private final Spread condition;

  public SpreadDetector(Spread condition) {
    super(condition.span(), Math.max(MOST, 4 * condition.grids()), condition.sign().atLeast());
    this.condition = condition;
  }

  @Override
  protected boolean shows(Sighting sighting) {
    return condition.sign().isShownBy(sighting.measure(), sighting.value());
  }

  @Override
  protected List<Held> heldBy(Sightings sightings, int index) {
    List<Held> held = new ArrayList<>(1);
    int end = sightings.firstFrom(sightings.at(index) + span() + 1);
    for (int last = index; last < end; last++) {
      Deque<Sighting> newest = newestOfEachGrid(sightings, last);
      if (newest.size() == condition.grids()) {
        long until = newest.getFirst().occurredAt() + span();
        held.add(new Held(new Episode(sightings.at(last), until), List.copyOf(newest)));
      }
    }
    return held;
  }

  /** A further sign of a grid can stand in for its older ones. */
  @Override
  protected Object crowdOf(Sighting sighting) {
    return sighting.grid();
  }

  /** Of the grids that were seen last up to an index, no more than it takes; oldest first. */
  private Deque<Sighting> newestOfEachGrid(Sightings sightings, int last) {
    Deque<Sighting> newest = new ArrayDeque<>();
    Set<String> grids = new HashSet<>();
    long oldest = sightings.at(last) - span();
    for (int i = last; i >= 0 && sightings.at(i) >= oldest; i--) {
      if (grids.add(sightings.get(i).grid())) {
        newest.addFirst(sightings.get(i));
        if (newest.size() == condition.grids()) {
          break;
        }
      }
    }
    return newest;
  }
}
