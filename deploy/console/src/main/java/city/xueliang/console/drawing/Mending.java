package city.xueliang.console.drawing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes parts hang together that a division left torn, as it leaves small ones on ragged ground:
 * two parts exchange a hexagon each wherever fewer pieces are left by it.
 */
final class Mending {
  private final List<Set<Hexagon>> parts;
  private final Map<Hexagon, Set<Hexagon>> owners = new HashMap<>();

  private Mending(List<Set<Hexagon>> parts) {
    this.parts = parts;
    parts.forEach(part -> part.forEach(hexagon -> owners.put(hexagon, part)));
  }

  /** Exchanges hexagons between the parts. */
  static void mend(List<Set<Hexagon>> parts) {
    Mending mending = new Mending(parts);
    boolean changes = true;
    // Each change leaves fewer pieces, so this ends.
    while (changes) {
      changes = false;
      for (Set<Hexagon> part : mending.parts) {
        changes |= pieces(part) > 1 && mending.mend(part);
      }
    }
  }

  private boolean mend(Set<Hexagon> part) {
    for (Hexagon given : List.copyOf(part)) {
      for (Hexagon taken : beside(part)) {
        if (exchange(part, given, taken)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the exchange leaves fewer pieces; else it is undone. */
  private boolean exchange(Set<Hexagon> part, Hexagon given, Hexagon taken) {
    Set<Hexagon> other = owners.get(taken);
    int before = pieces(part) + pieces(other);
    swap(part, given, other, taken);
    if (pieces(part) + pieces(other) < before) {
      owners.put(given, other);
      owners.put(taken, part);
      return true;
    }
    swap(part, taken, other, given);
    return false;
  }

  private static void swap(Set<Hexagon> part, Hexagon given, Set<Hexagon> other, Hexagon taken) {
    part.remove(given);
    other.remove(taken);
    part.add(taken);
    other.add(given);
  }

  private List<Hexagon> beside(Set<Hexagon> part) {
    List<Hexagon> beside = new ArrayList<>();
    for (Hexagon hexagon : part) {
      for (int side = 0; side < Hexagon.sides(); side++) {
        Hexagon beyond = hexagon.beyond(side);
        if (owners.containsKey(beyond) && !part.contains(beyond)) {
          beside.add(beyond);
        }
      }
    }
    return beside;
  }

  /** How many pieces hang together each. */
  static int pieces(Set<Hexagon> part) {
    Set<Hexagon> left = new LinkedHashSet<>(part);
    int pieces = 0;
    while (!left.isEmpty()) {
      pieces++;
      Deque<Hexagon> open = new ArrayDeque<>();
      open.add(left.iterator().next());
      left.remove(open.peek());
      while (!open.isEmpty()) {
        Hexagon at = open.remove();
        for (int side = 0; side < Hexagon.sides(); side++) {
          Hexagon beyond = at.beyond(side);
          if (left.remove(beyond)) {
            open.add(beyond);
          }
        }
      }
    }
    return pieces;
  }
}
