package city.xueliang.domain.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which codes were replaced by which, so that the history of a place is found under all codes that
 * it ever had.
 */
public final class Successions {
  private final Map<String, String> successors;
  private final Map<String, List<String>> predecessors = new HashMap<>();

  private Successions(Map<String, String> successors) {
    this.successors = successors;
    new TreeMap<>(successors)
        .forEach(
            (old, successor) ->
                predecessors.computeIfAbsent(successor, any -> new ArrayList<>()).add(old));
  }

  public static Successions of(Collection<Place> places) {
    Map<String, String> successors = new HashMap<>();
    for (Place place : places) {
      if (place.replacedBy() != null) {
        successors.put(place.code(), place.replacedBy());
      }
    }
    return new Successions(successors);
  }

  /**
   * Of codes alone.
   *
   * @param successors new code of each old one
   */
  public static Successions of(Map<String, String> successors) {
    return new Successions(Map.copyOf(successors));
  }

  /**
   * The codes before this one, this one, and those after it: oldest first. Several codes that were
   * replaced by the same one all come before it, sorted. Each stands once, even where the codes
   * form a cycle.
   */
  public List<String> chainOf(String code) {
    Set<String> chain = new LinkedHashSet<>();
    addUpTo(code, chain, new HashSet<>());
    String next = successors.get(code);
    while (next != null && chain.add(next)) {
      next = successors.get(next);
    }
    return List.copyOf(chain);
  }

  private void addUpTo(String code, Set<String> chain, Set<String> open) {
    if (open.add(code)) {
      predecessors.getOrDefault(code, List.of()).forEach(old -> addUpTo(old, chain, open));
      chain.add(code);
    }
  }
}
