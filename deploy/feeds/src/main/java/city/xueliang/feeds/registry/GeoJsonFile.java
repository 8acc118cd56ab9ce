package city.xueliang.feeds.registry;

import city.xueliang.domain.place.Origin;
import city.xueliang.domain.place.Sourced;
import city.xueliang.feeds.registry.Draft.Outline;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a FeatureCollection of places and devices. A file that is nothing but a Polygon or
 * MultiPolygon is the outline of the place whose code ends the file's name, as in {@code
 * boundary-630105.geojson}.
 */
final class GeoJsonFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern CODE_AT_END = Pattern.compile("([0-9]{6,15})\\.[A-Za-z]+$");

  private final String file;
  private final Draft draft;
  private final Features features;

  GeoJsonFile(String file, Draft draft) {
    this.file = file;
    this.draft = draft;
    this.features = new Features(file, draft);
  }

  void read(String text) throws IOException {
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        readObject(parser);
      } else {
        draft.note(file, 1, "", "file.not-a-collection", "");
        draft.fileNotRead();
      }
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      draft.note(file, line, "", "file.malformed-json", e.getOriginalMessage());
      draft.fileNotRead();
    }
  }

  private void readObject(JsonParser parser) throws IOException {
    String type = "";
    boolean hasFeatures = false;
    JsonNode coordinates = MissingNode.getInstance();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (name) {
        case "type" -> type = parser.getValueAsString("");
        case "coordinates" -> coordinates = parser.readValueAsTree();
        case "features" -> {
          hasFeatures = value == JsonToken.START_ARRAY;
          if (hasFeatures) {
            readFeatures(parser);
          } else {
            parser.skipChildren();
          }
        }
        default -> parser.skipChildren();
      }
    }
    if (type.equals("Polygon") || type.equals("MultiPolygon")) {
      readBareOutline(type, coordinates);
    } else if (!type.equals("FeatureCollection") || !hasFeatures) {
      draft.note(file, 1, "", "file.not-a-collection", type);
      draft.fileNotRead();
    }
  }

  private void readFeatures(JsonParser parser) throws IOException {
    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      Origin origin =
          new Origin(file, parser.currentTokenLocation().getLineNr(), "features[" + i + "]");
      JsonNode feature = parser.readValueAsTree();
      features.read(origin, feature);
    }
  }

  private void readBareOutline(String type, JsonNode coordinates) {
    Matcher code = CODE_AT_END.matcher(file);
    if (!code.find()) {
      draft.note(file, 1, "", "file.bare-outline", type);
      return;
    }
    Origin origin = new Origin(file, 1, "");
    Geometry geometry = new Geometry(origin, draft.problems);
    Shape shape = geometry.read(type, coordinates);
    draft.outlines.add(new Sourced<>(origin, new Outline(code.group(1), shape)));
  }
}
