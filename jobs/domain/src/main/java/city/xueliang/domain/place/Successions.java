package city.xueliang.domain.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which codes of places took over from which: division codes change over time (湟中 was 630122 and
 * became 630106), and several can become one. Codes that are not mentioned stay what they are; a
 * changed code of a district says nothing about the codes below it.
 */
public final class Successions {
  /** No code was ever replaced. */
  public static final Successions NONE = new Successions(Map.of());

  private final Map<String, String> successors;
  private final Map<String, List<String>> predecessors = new HashMap<>();

  private Successions(Map<String, String> successors) {
    this.successors = Map.copyOf(successors);
    new TreeMap<>(successors)
        .forEach(
            (older, newer) ->
                predecessors.computeIfAbsent(newer, code -> new ArrayList<>()).add(older));
  }

  /**
   * Codes and what replaced each of them.
   *
   * @throws IllegalArgumentException if a code replaces one of another level, or in the end itself
   */
  public static Successions of(Map<String, String> newerByOlder) {
    newerByOlder.forEach(Successions::requireOneLevel);
    newerByOlder.keySet().forEach(code -> requireEnd(code, newerByOlder));
    return new Successions(newerByOlder);
  }

  /**
   * What the places of a registry say of themselves.
   *
   * @throws IllegalArgumentException as {@link #of(Map)}
   */
  public static Successions of(Collection<Place> places) {
    Map<String, String> newerByOlder = new TreeMap<>();
    for (Place place : places) {
      if (place.replacedBy() != null) {
        newerByOlder.put(place.code(), place.replacedBy());
      }
    }
    return of(newerByOlder);
  }

  /** The code that has taken the place of this one by now; itself if none has. */
  public String current(String code) {
    String current = code;
    while (successors.containsKey(current)) {
      current = successors.get(current);
    }
    return current;
  }

  /**
   * This code with all that came before and after it, each after those that it replaced. Others
   * that only share a successor with it are not among them.
   */
  public List<String> chain(String code) {
    Stream<String> after =
        Stream.iterate(successors.get(code), next -> next != null, successors::get);
    return Stream.concat(withPredecessors(code), after).toList();
  }

  private Stream<String> withPredecessors(String code) {
    Stream<String> before =
        predecessors.getOrDefault(code, List.of()).stream().flatMap(this::withPredecessors);
    return Stream.concat(before, Stream.of(code));
  }

  private static void requireOneLevel(String older, String newer) {
    for (Level level : Level.values()) {
      if (PlaceCodes.isValid(older, level) && PlaceCodes.isValid(newer, level)) {
        return;
      }
    }
    throw new IllegalArgumentException(
        "'%s' cannot replace '%s'; allowed: codes of the same level".formatted(newer, older));
  }

  private static void requireEnd(String code, Map<String, String> newerByOlder) {
    String newest = code;
    for (int steps = 0; steps <= newerByOlder.size(); steps++) {
      newest = newerByOlder.get(newest);
      if (newest == null) {
        return;
      }
    }
    throw new IllegalArgumentException(
        "'%s' is replaced by codes that replace each other; allowed: a last one".formatted(code));
  }
}
