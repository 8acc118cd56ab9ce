package city.xueliang.console.places;

import city.xueliang.console.access.SeatView;
import city.xueliang.domain.place.GridKind;
import city.xueliang.domain.place.Place;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The places that a seat sees, in the form of the API. */
final class PlacesJson {
  private PlacesJson() {}

  static ObjectNode of(long version, SeatView view) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("version", version);
    ArrayNode all = json.putArray("places");
    view.places().forEach(place -> all.add(place(place, view)));
    return json;
  }

  private static ObjectNode place(Place place, SeatView view) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("code", place.code());
    json.put("level", place.level().name());
    if (place.parent() != null && view.sees(place.parent())) {
      json.put("parent", place.parent());
    }
    json.put("zh", place.nameZh());
    if (place.nameEn() != null) {
      json.put("en", place.nameEn());
    }
    if (place.gridKind() == GridKind.DEDICATED) {
      json.put("dedicated", true);
    }
    if (place.areaSquareMetres() != null) {
      json.put("area", place.areaSquareMetres());
    }
    if (!place.grids().isEmpty()) {
      ArrayNode grids = json.putArray("grids");
      place.grids().stream().filter(view::sees).forEach(grids::add);
    }
    return json;
  }
}
