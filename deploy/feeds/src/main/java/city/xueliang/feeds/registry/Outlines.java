package city.xueliang.feeds.registry;

import city.xueliang.domain.place.Origin;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.RegistryCheck;
import city.xueliang.domain.place.Sourced;
import city.xueliang.domain.text.Problem;
import city.xueliang.feeds.registry.Draft.Outline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Joins the outlines that stand in files of their own to their places. */
final class Outlines {
  private final Draft draft;
  private final Map<String, Integer> indexByCode = new HashMap<>();

  Outlines(Draft draft) {
    this.draft = draft;
    for (int i = 0; i < draft.places.size(); i++) {
      indexByCode.putIfAbsent(draft.places.get(i).value().code(), i);
    }
  }

  void join() {
    for (Sourced<Outline> outline : draft.outlines) {
      Integer index = indexByCode.get(outline.value().code());
      if (index != null) {
        join(outline, index);
      } else if (draft.isComplete()) {
        note(outline.origin(), "file.outline-of-no-place", outline.value().code());
      }
    }
  }

  private void join(Sourced<Outline> outline, int index) {
    Sourced<Place> sourced = draft.places.get(index);
    Place place = sourced.value();
    Shape shape = outline.value().shape();
    if (!place.outline().isEmpty()) {
      note(outline.origin(), "file.second-outline", place.code());
      return;
    }
    List<Problem> problems = RegistryCheck.problems(outline.origin(), shape.outline());
    draft.problems.addAll(problems);
    // Joined in spite of problems, they would be told again as if they stood in the place's file.
    if (problems.isEmpty()) {
      draft.places.set(index, new Sourced<>(sourced.origin(), withShape(place, shape)));
    }
  }

  private void note(Origin origin, String key, String code) {
    draft.problems.add(origin.problem("code", key, code));
  }

  private static Place withShape(Place place, Shape shape) {
    return new Place(
        place.code(),
        place.level(),
        place.parent(),
        place.nameZh(),
        place.nameEn(),
        place.gridKind(),
        place.centre() == null ? shape.centre() : place.centre(),
        place.areaSquareMetres(),
        shape.outline(),
        place.grids(),
        place.validity(),
        place.replacedBy());
  }
}
