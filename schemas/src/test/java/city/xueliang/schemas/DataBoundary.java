package city.xueliang.schemas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;

/** Walks every field of a schema and holds it to the reviewed list of fields that may exist. */
final class DataBoundary {
  private final Set<String> reviewed;
  private final Set<String> seen = new HashSet<>();
  private final List<String> violations = new ArrayList<>();

  DataBoundary(Set<String> reviewed) {
    this.reviewed = reviewed;
  }

  /** One sentence for each field that is not on the list, has no doc, or could hold anything. */
  List<String> violationsOf(Schema schema) {
    visit(schema, schema.getName());
    return violations;
  }

  private void visit(Schema schema, String path) {
    switch (schema.getType()) {
      case RECORD -> schema.getFields().forEach(field -> visitField(schema, field));
      case ARRAY -> visit(schema.getElementType(), path + "[]");
      case UNION -> schema.getTypes().forEach(branch -> visit(branch, path));
      case MAP -> violations.add(path + " is a map: a map can hold anything");
      default -> {}
    }
  }

  private void visitField(Schema record, Schema.Field field) {
    String path = record.getName() + "." + field.name();
    if (!seen.add(path)) {
      return;
    }
    String entry = path + " " + typeName(field.schema());
    if (!reviewed.contains(entry)) {
      violations.add(entry + " is not on the reviewed list");
    }
    if (field.doc() == null || field.doc().isBlank()) {
      violations.add(path + " has no doc");
    }
    visit(field.schema(), path);
  }

  private static String typeName(Schema schema) {
    return switch (schema.getType()) {
      case ARRAY -> typeName(schema.getElementType()) + "[]";
      case UNION ->
          schema.getTypes().stream()
              .filter(branch -> branch.getType() != Schema.Type.NULL)
              .map(DataBoundary::typeName)
              .reduce("", (left, right) -> left + right + "?");
      case RECORD, ENUM, FIXED -> schema.getName();
      default ->
          schema.getLogicalType() == null
              ? schema.getType().getName()
              : schema.getLogicalType().getName();
    };
  }
}
