package city.xueliang.console.http;

import city.xueliang.console.http.ApiException.Reason;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The JSON object that a request brings, read strictly: all mistakes are BAD_PARAMETER. */
public final class JsonBody {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonNode object;
  private final Set<String> asked = new TreeSet<>();

  private JsonBody(JsonNode object) {
    this.object = object;
  }

  /** The body, if it is a JSON object. */
  public static JsonBody of(Context request) {
    try {
      JsonNode body = MAPPER.readTree(request.body());
      if (body.isObject()) {
        return new JsonBody(body);
      }
    } catch (JsonProcessingException e) {
      throw bad("body", e.getOriginalMessage(), "JSON {…}");
    }
    throw bad("body", request.body(), "JSON {…}");
  }

  /** One of an enum's names. */
  public <E extends Enum<E>> E choice(String name, Class<E> of) {
    E chosen = optionalChoice(name, of);
    if (chosen == null) {
      throw bad(name, "", names(of));
    }
    return chosen;
  }

  /** One of an enum's names; null if the field is not there. */
  public <E extends Enum<E>> E optionalChoice(String name, Class<E> of) {
    JsonNode value = take(name);
    if (value == null) {
      return null;
    }
    return Arrays.stream(of.getEnumConstants())
        .filter(each -> value.isTextual() && each.name().equals(value.textValue()))
        .findFirst()
        .orElseThrow(() -> bad(name, text(value), names(of)));
  }

  /** A whole number, both bounds included. */
  public long integer(String name, long least, long greatest) {
    return optionalInteger(name, least, greatest)
        .orElseThrow(() -> bad(name, "", range(least, greatest)));
  }

  /** A whole number, both bounds included, or nothing if the field is not there. */
  public OptionalLong optionalInteger(String name, long least, long greatest) {
    JsonNode value = take(name);
    if (value == null) {
      return OptionalLong.empty();
    }
    boolean isAllowed =
        value.isIntegralNumber()
            && value.canConvertToLong()
            && value.longValue() >= least
            && value.longValue() <= greatest;
    if (!isAllowed) {
      throw bad(name, text(value), range(least, greatest));
    }
    return OptionalLong.of(value.longValue());
  }

  /** Texts, each once, in their order. */
  public Set<String> texts(String name, int least, int most) {
    JsonNode value = take(name);
    if (value == null || !value.isArray() || value.size() < least || value.size() > most) {
      throw bad(name, value == null ? "" : text(value), "[%d–%d]".formatted(least, most));
    }
    Set<String> texts = new LinkedHashSet<>();
    for (JsonNode item : value) {
      if (item.getNodeType() != JsonNodeType.STRING) {
        throw bad(name, text(item), "\"…\"");
      }
      texts.add(item.textValue());
    }
    return texts;
  }

  /** Refuses fields that nobody asked for. */
  public void refuseOthers() {
    List<String> others =
        object.properties().stream()
            .map(java.util.Map.Entry::getKey)
            .filter(name -> !asked.contains(name))
            .toList();
    if (!others.isEmpty()) {
      throw bad(others.get(0), text(object.get(others.get(0))), String.join(", ", asked));
    }
  }

  private JsonNode take(String name) {
    asked.add(name);
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private static String text(JsonNode value) {
    return value.isTextual() ? value.textValue() : value.toString();
  }

  private static String names(Class<? extends Enum<?>> of) {
    return Arrays.stream(of.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
  }

  private static String range(long least, long greatest) {
    return least + "–" + greatest;
  }

  private static ApiException bad(String name, String value, String allowed) {
    return new ApiException(Reason.BAD_PARAMETER, name, Excerpt.of(value), allowed);
  }
}
