package city.xueliang.rules;

import city.xueliang.domain.config.YamlDocument;
import city.xueliang.domain.config.YamlValue;
import city.xueliang.domain.rule.RuleFiles;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Checks rule files against the JSON schema that editors use. */
final class SchemaCheck {
  private final JsonSchema schema;
  private final ObjectMapper json = new ObjectMapper();
  private final Locale language;

  SchemaCheck(Locale language) {
    this.language = language;
    SchemaValidatorsConfig settings =
        SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).locale(language).build();
    try (InputStream text = RuleFiles.schema()) {
      this.schema =
          JsonSchemaFactory.getInstance(VersionFlag.V202012)
              .getSchema(json.readTree(text), settings);
    } catch (IOException e) {
      throw new UncheckedIOException("the schema of rules is part of the program", e);
    }
  }

  /** One line for each place where the file is not as the schema asks: file, line, keys, reason. */
  List<String> problems(Path file) throws IOException {
    YamlDocument document =
        YamlDocument.parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    JsonNode tree = json.valueToTree(document.root().plain());
    return schema
        .validate(tree, context -> context.getExecutionConfig().setLocale(language))
        .stream()
        .map(message -> line(file, document.root(), message))
        .sorted()
        .distinct()
        .toList();
  }

  private static String line(Path file, YamlValue root, ValidationMessage message) {
    YamlValue value = root.at(keys(message.getInstanceLocation()));
    return "%s:%d: %s: %s [schema-%s]"
        .formatted(file, value.line(), value.path(), message.getError(), message.getType());
  }

  /** The keys of a JSON pointer as a rule file's problems show them. */
  private static String keys(JsonNodePath pointer) {
    StringBuilder keys = new StringBuilder();
    for (int i = 0; i < pointer.getNameCount(); i++) {
      Object element = pointer.getElement(i);
      if (element instanceof Integer place) {
        keys.append('[').append(place).append(']');
      } else {
        keys.append(keys.length() == 0 ? "" : ".").append(element);
      }
    }
    return keys.toString();
  }
}
