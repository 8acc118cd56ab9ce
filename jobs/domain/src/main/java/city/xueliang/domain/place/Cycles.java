package city.xueliang.domain.place;

import city.xueliang.domain.text.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Finds places that lead back to themselves by a field that names another place. */
final class Cycles {
  private final PlacesByCode known;
  private final List<Problem> problems;
  private final String field;
  private final String key;
  private final Function<Place, String> next;

  /**
   * @param field whose problem a cycle is
   * @param key of that problem
   * @param next code of the place that the field names, or null
   */
  Cycles(
      PlacesByCode known,
      List<Problem> problems,
      String field,
      String key,
      Function<Place, String> next) {
    this.known = known;
    this.problems = problems;
    this.field = field;
    this.key = key;
    this.next = next;
  }

  /** Notes one problem for each cycle, at its first place in the files. */
  void judge() {
    Set<String> judged = new HashSet<>();
    for (Sourced<Place> start : known.all()) {
      List<String> path = new ArrayList<>();
      Set<String> onPath = new HashSet<>();
      Place place = start.value();
      while (place != null && !judged.contains(place.code()) && onPath.add(place.code())) {
        path.add(place.code());
        String code = next.apply(place);
        place = code == null ? null : known.find(code);
      }
      if (place != null && onPath.contains(place.code())) {
        note(path.subList(path.indexOf(place.code()), path.size()));
      }
      judged.addAll(onPath);
    }
  }

  private void note(List<String> codes) {
    for (Sourced<Place> place : known.all()) {
      int start = codes.indexOf(place.value().code());
      if (start >= 0) {
        List<String> cycle = new ArrayList<>(codes);
        Collections.rotate(cycle, -start);
        cycle.add(cycle.get(0));
        problems.add(place.origin().problem(field, key, String.join(" > ", cycle)));
        return;
      }
    }
  }
}
