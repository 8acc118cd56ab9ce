package city.xueliang.domain.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** When one grid belonged to which zones, by zone and time. */
final class GridZones {
  private static final Comparator<Membership> ORDER =
      Comparator.comparing(Membership::zone).thenComparing(Membership::from);

  private final Membership[] memberships;

  /** What they come to when all of them hold, as they nearly always do. */
  private final List<String> all;

  private GridZones(List<Membership> memberships) {
    this.memberships = memberships.toArray(new Membership[0]);
    this.all = memberships.stream().map(Membership::zone).distinct().toList();
  }

  /** From a time, inclusive, to a time, exclusive. */
  private record Membership(String zone, long from, long to) {
    boolean holds(long time) {
      return time >= from && time < to;
    }
  }

  static GridZones of(String zone, long from, long to) {
    return new GridZones(List.of(new Membership(zone, from, to)));
  }

  GridZones plus(GridZones other) {
    List<Membership> joined = new ArrayList<>(List.of(memberships));
    joined.addAll(List.of(other.memberships));
    joined.sort(ORDER);
    return new GridZones(joined);
  }

  /** Without a zone; null if none is left. */
  GridZones less(String zone) {
    List<Membership> left = new ArrayList<>(List.of(memberships));
    left.removeIf(membership -> membership.zone.equals(zone));
    return left.isEmpty() ? null : new GridZones(left);
  }

  List<String> at(long time) {
    for (Membership membership : memberships) {
      if (!membership.holds(time)) {
        return sift(time);
      }
    }
    return all;
  }

  private List<String> sift(long time) {
    List<String> zones = new ArrayList<>(memberships.length);
    for (Membership membership : memberships) {
      if (membership.holds(time)) {
        zones.add(membership.zone);
      }
    }
    return zones.isEmpty() ? List.of() : zones;
  }
}
