package city.xueliang.domain.detector.together;

import static city.xueliang.domain.detector.together.TogetherDetector.finding;
import static city.xueliang.domain.detector.together.TogetherDetector.lasting;

import city.xueliang.domain.alert.Signal.Kind;
import city.xueliang.domain.detector.Episode;
import city.xueliang.domain.detector.Finding;
import city.xueliang.domain.detector.Sighting;
import city.xueliang.domain.detector.Sightings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** How sightings and groups of them become clusters. */
final class TogetherClusters {
  private final long span;

  TogetherClusters(long spanMillis) {
    this.span = spanMillis;
  }

  /** Adds a sighting to the open cluster that it is in or beside; false if there is none. */
  boolean join(TogetherState state, Sighting sighting, List<String> near, List<Finding> findings) {
    long at = sighting.occurredAt();
    for (int i = 0; i < state.open.size(); i++) {
      Cluster cluster = state.open.get(i);
      if (at >= cluster.episode().since() - span
          && at <= cluster.episode().until()
          && cluster.touches(near)) {
        state.open.set(i, cluster.joinedBy(List.of(sighting.grid()), lasting(at, span)));
        findings.add(finding(Kind.REPEATED, cluster, List.of(sighting), at));
        return true;
      }
    }
    return false;
  }

  /**
   * Takes in a group: raises it, unless it was told.
   *
   * @param sighting that completed it
   * @param near its grids, and those that are beside them
   */
  void take(
      TogetherState state,
      Sighting sighting,
      Group group,
      List<String> near,
      List<Finding> findings) {
    Episode episode = new Episode(group.since(), end(state, group));
    for (int i = 0; i < state.open.size(); i++) {
      Cluster cluster = state.open.get(i);
      if (cluster.touches(near) && cluster.episode().meets(episode)) {
        state.open.set(i, cluster.joinedBy(group.grids(), episode));
        findings.add(finding(Kind.REPEATED, cluster, List.of(sighting), sighting.occurredAt()));
        return;
      }
    }
    Cluster raised =
        new Cluster(
            group.place(), episode, List.copyOf(group.grids()), group.devices(), group.measures());
    Predicate<Cluster> isNear = cluster -> cluster.touches(near);
    if (state.open.stream()
        .filter(isNear)
        .anyMatch(cluster -> episode.until() < cluster.episode().since())) {
      state.told.add(raised);
      return;
    }
    closeIf(state, isNear, findings);
    raise(state, raised, group, near, findings);
  }

  void closeIf(TogetherState state, Predicate<Cluster> which, List<Finding> findings) {
    List<Cluster> ended = state.open.stream().filter(which).toList();
    state.open.removeAll(ended);
    for (Cluster cluster : ended) {
      long until = cluster.episode().until();
      List<Sighting> seen = seenIn(state, cluster.grids(), cluster.episode().since(), until);
      List<Sighting> last = seen.subList(Math.max(0, seen.size() - 1), seen.size());
      findings.add(finding(Kind.CLEARED, cluster, last, until));
      state.told.add(cluster);
    }
  }

  /** What was seen in these grids from one time to another, both inclusive; oldest first. */
  List<Sighting> seenIn(TogetherState state, Collection<String> grids, long from, long to) {
    List<Sighting> seen = new ArrayList<>();
    for (String grid : grids) {
      Sightings here = state.byGrid.get(grid);
      for (int i = here == null ? 0 : here.firstFrom(from);
          here != null && i < here.size() && here.at(i) <= to;
          i++) {
        seen.add(here.get(i));
      }
    }
    seen.sort(Comparator.comparingLong(Sighting::occurredAt));
    return seen;
  }

  /** When it is gone, by what was seen in its grids since. */
  private long end(TogetherState state, Group group) {
    long until = group.since() + span;
    for (Sighting later : seenIn(state, group.grids(), group.since(), Long.MAX_VALUE)) {
      until = later.occurredAt() <= until ? later.occurredAt() + span : until;
    }
    return until;
  }

  private void raise(
      TogetherState state, Cluster raised, Group group, List<String> near, List<Finding> findings) {
    long told =
        state.told.stream()
            .filter(cluster -> cluster.touches(near))
            .filter(cluster -> cluster.episode().meets(raised.episode()))
            .mapToLong(cluster -> cluster.episode().until())
            .max()
            .orElse(TogetherState.NONE);
    if (told != TogetherState.NONE
        && raised.episode().until() <= Math.max(told, Math.max(state.newest, state.reached))) {
      return;
    }
    long since = told == TogetherState.NONE ? group.since() : Math.max(group.since(), told + 1);
    state.open.add(raised.during(new Episode(since, raised.episode().until())));
    findings.add(finding(Kind.RAISED, raised, group.voices(), since));
  }
}
