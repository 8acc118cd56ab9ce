package city.xueliang.domain.text;

import java.util.List;

/**
 * One thing that is wrong with a file that a person wrote.
 *
 * @param file path of the file as the user gave it
 * @param line from 1; 0 if the file as a whole is meant
 * @param field name of the column or key; empty if the line as a whole is meant
 * @param key of the text in the resource files of the package that found it; also the name of the
 *     rule that is broken
 * @param arguments of that text
 */
public record Problem(String file, int line, String field, String key, List<Object> arguments) {

  public static Problem of(String file, int line, String field, String key, Object... arguments) {
    return new Problem(file, line, field, key, List.of(arguments));
  }

  /** One line for people: {@code file:line: field: what is wrong and what is allowed [rule]}. */
  public String text(Texts texts) {
    StringBuilder text = new StringBuilder(file);
    if (line > 0) {
      text.append(':').append(line);
    }
    text.append(": ");
    if (!field.isEmpty()) {
      text.append(field).append(": ");
    }
    return text.append(texts.text(key, arguments.toArray()))
        .append(" [")
        .append(key)
        .append(']')
        .toString();
  }
}
