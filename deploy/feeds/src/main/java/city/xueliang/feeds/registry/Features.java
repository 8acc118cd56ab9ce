package city.xueliang.feeds.registry;

import city.xueliang.domain.place.Origin;
import city.xueliang.domain.place.Sourced;
import city.xueliang.feeds.registry.Draft.Outline;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the features of one file. One with a {@code deviceId} is a device; one that has nothing but
 * a {@code code} is the outline of a place in another file; every other one is a place.
 */
final class Features {
  private final String file;
  private final Draft draft;
  private final Set<String> unknownNames = new HashSet<>();

  Features(String file, Draft draft) {
    this.file = file;
    this.draft = draft;
  }

  void read(Origin origin, JsonNode feature) {
    JsonNode properties = feature.path("properties");
    if (!feature.path("type").asText().equals("Feature") || !properties.isObject()) {
      draft.problems.add(origin.problem("properties", "file.not-a-feature"));
      return;
    }
    List<String> written = new ArrayList<>();
    properties.fieldNames().forEachRemaining(written::add);
    Columns columns = Columns.of(written).orElse(Columns.PLACES);
    Map<String, String> texts = texts(origin, columns, properties);
    Row row = new Row(origin, texts, draft.problems);
    if (columns == Columns.DEVICES) {
      draft.addDevice(row);
      return;
    }
    Shape shape = shape(origin, feature.path("geometry"));
    if (row.has("code") && texts.values().stream().filter(text -> text != null).count() == 1) {
      draft.outlines.add(new Sourced<>(origin, new Outline(row.required("code"), shape)));
    } else {
      draft.addPlace(row, shape);
    }
  }

  /** By every column of the kind; null where the feature has none. */
  private Map<String, String> texts(Origin origin, Columns columns, JsonNode properties) {
    Map<String, String> texts = new HashMap<>();
    columns.names().forEach(name -> texts.put(name, null));
    properties
        .properties()
        .forEach(
            property -> {
              Optional<String> column = columns.named(property.getKey());
              if (column.isPresent()) {
                texts.put(column.get(), text(property.getValue()));
              } else {
                noteUnknown(origin, property.getKey(), columns);
              }
            });
    return texts;
  }

  /** Once for each name: all features of a file tend to have the same. */
  private void noteUnknown(Origin origin, String name, Columns columns) {
    if (unknownNames.add(name)) {
      draft.note(file, origin.line(), name, "file.unknown-column", name, columns.words());
    }
  }

  private Shape shape(Origin origin, JsonNode geometry) {
    return geometry.isObject()
        ? new Geometry(origin, draft.problems)
            .read(geometry.path("type").asText(), geometry.path("coordinates"))
        : Shape.UNKNOWN;
  }

  /** A list, as of a zone's grids, in the form that a table has. */
  private static String text(JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    if (!value.isArray()) {
      return value.isValueNode() ? value.asText() : value.toString();
    }
    List<String> words = new ArrayList<>();
    value.forEach(word -> words.add(word.asText()));
    return String.join(" ", words);
  }
}
