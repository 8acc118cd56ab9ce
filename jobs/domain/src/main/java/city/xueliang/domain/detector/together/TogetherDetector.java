package city.xueliang.domain.detector.together;

import city.xueliang.domain.alert.Signal.Kind;
import city.xueliang.domain.alert.Why;
import city.xueliang.domain.detector.Detector;
import city.xueliang.domain.detector.Episode;
import city.xueliang.domain.detector.Finding;
import city.xueliang.domain.detector.Sighting;
import city.xueliang.domain.detector.Sightings;
import city.xueliang.domain.detector.Verdict;
import city.xueliang.domain.observation.EventTime;
import city.xueliang.domain.rule.Condition.Together;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Judges a whole city for devices that corroborate each other: enough different ones, of enough
 * different measures, within a span, in one grid or in it and those beside it. Each finding names
 * its place: the grid of most sightings when the cluster was raised. What is seen in or beside an
 * open cluster repeats that; it is cleared when for the span nothing was.
 *
 * <p>A sighting out of order counts as it would have in time. It says nothing of a cluster that was
 * told, cleared and is over; one that still lasts is raised again, a millisecond after it was
 * cleared at the earliest.
 */
public final class TogetherDetector implements Detector<TogetherState, Sighting> {
  /** Sightings that are kept of a grid. */
  private static final int MOST = 64;

  private final Together condition;
  private final long span;
  private final TogetherClusters clusters;
  private final Function<String, List<String>> neighbours;

  /**
   * @param neighbours codes of the grids beside a grid, without itself; two are beside each other
   *     either way
   */
  public TogetherDetector(Together condition, Function<String, List<String>> neighbours) {
    this.condition = condition;
    this.span = condition.span().toMillis();
    this.neighbours = neighbours;
    this.clusters = new TogetherClusters(span);
  }

  @Override
  public TogetherState initial() {
    return new TogetherState();
  }

  @Override
  public boolean isForgettable(TogetherState state) {
    return state.isEmpty();
  }

  @Override
  public Verdict<TogetherState> judge(TogetherState state, Sighting sighting) {
    if (!shows(sighting)) {
      return Verdict.nothing(state);
    }
    add(state, sighting);
    List<String> near = around(List.of(sighting.grid()));
    List<Finding> findings = new ArrayList<>(1);
    if (!clusters.join(state, sighting, near, findings)) {
      Group group = groupOf(state, sighting, near);
      if (group != null) {
        clusters.take(state, sighting, group, around(group.grids()), findings);
      }
    }
    return new Verdict<>(state, findings);
  }

  @Override
  public Verdict<TogetherState> onTime(TogetherState state, long now) {
    long before = state.reached;
    state.reached = Math.max(before, now);
    List<Finding> findings = new ArrayList<>(0);
    clusters.closeIf(state, cluster -> cluster.episode().until() <= now, findings);
    if (state.open.isEmpty() && now >= due(state)) {
      return new Verdict<>(initial(), findings);
    }
    forgetIfSpanWentBy(before, state.reached, state);
    return new Verdict<>(state, findings);
  }

  @Override
  public long due(TogetherState state) {
    if (state.open.isEmpty()) {
      return state.isEmpty() ? NEVER : EventTime.expiry(state.last() + span);
    }
    return state.open.stream().mapToLong(cluster -> cluster.episode().until()).min().getAsLong();
  }

  /** Keeps the clusters that were raised by enough, or that are seen by enough since. */
  @Override
  public Verdict<TogetherState> rejudge(TogetherState state) {
    state.byGrid.values().forEach(sightings -> sightings.keep(this::shows));
    state.byGrid.values().removeIf(Sightings::isEmpty);
    List<Finding> findings = new ArrayList<>(0);
    state.open.replaceAll(cluster -> holds(state, cluster) ? cluster : endedBy(cluster, state));
    clusters.closeIf(state, cluster -> !holds(state, cluster), findings);
    return new Verdict<>(state, findings);
  }

  private static Cluster endedBy(Cluster cluster, TogetherState state) {
    Episode episode = cluster.episode();
    long end = Math.max(episode.since(), Math.min(episode.until(), state.newest));
    return cluster.during(new Episode(episode.since(), end));
  }

  private boolean holds(TogetherState state, Cluster cluster) {
    List<Sighting> seen =
        clusters.seenIn(state, cluster.grids(), cluster.episode().since() - span, Long.MAX_VALUE);
    boolean enough =
        cluster.devices() >= condition.devices() && cluster.measures() >= condition.measures();
    return !seen.isEmpty() && (enough || firstOf(seen, null, Long.MIN_VALUE) != null);
  }

  private boolean shows(Sighting sighting) {
    return condition.signs().stream()
        .anyMatch(sign -> sign.isShownBy(sighting.measure(), sighting.value()));
  }

  private void add(TogetherState state, Sighting sighting) {
    long before = state.newest;
    state.newest = Math.max(before, sighting.occurredAt());
    forgetIfSpanWentBy(before, state.newest, state);
    Sightings here = state.byGrid.computeIfAbsent(sighting.grid(), any -> new Sightings());
    here.makeRoom(MOST, Sighting::deviceId);
    here.add(sighting);
  }

  /** The first group around any grid beside the sighting's in which something was seen. */
  private Group groupOf(TogetherState state, Sighting sighting, List<String> near) {
    long at = sighting.occurredAt();
    Group first = null;
    for (String centre : near) {
      if (state.byGrid.containsKey(centre)) {
        List<Sighting> seen = clusters.seenIn(state, around(List.of(centre)), at - span, at + span);
        Group group = firstOf(seen, centre, at);
        first = group != null && (first == null || group.since() < first.since()) ? group : first;
      }
    }
    return first;
  }

  private Group firstOf(List<Sighting> sightings, String centre, long from) {
    return Group.firstOf(sightings, centre, from, span, condition.devices(), condition.measures());
  }

  /** Grids, and those beside them where these count. */
  private List<String> around(Collection<String> grids) {
    if (!condition.neighbours()) {
      return List.copyOf(grids);
    }
    return grids.stream()
        .flatMap(grid -> Stream.concat(Stream.of(grid), neighbours.apply(grid).stream()))
        .distinct()
        .toList();
  }

  /** Looks through the whole city, hence not each time. */
  private void forgetIfSpanWentBy(long before, long after, TogetherState state) {
    if (Math.floorDiv(before, span) == Math.floorDiv(after, span)) {
      return;
    }
    long horizon = EventTime.horizon(Math.max(state.newest, state.reached));
    if (horizon != Long.MIN_VALUE) {
      state.forgetBefore(horizon - span);
    }
  }

  /** Of a cluster, under its place. */
  static Finding finding(Kind kind, Cluster cluster, List<Sighting> sightings, long at) {
    return new Finding(kind, cluster.place(), Why.seen(Sightings.evidence(sightings)), at);
  }

  /** From a sighting of this time on, for the span. */
  static Episode lasting(long at, long span) {
    return new Episode(at, at + span);
  }
}
