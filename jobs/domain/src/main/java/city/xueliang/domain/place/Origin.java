package city.xueliang.domain.place;

import city.xueliang.domain.text.Problem;

/**
 * Where an entry of the registry was written.
 *
 * @param file path as the user gave it
 * @param line from 1
 * @param within the entry's path inside the line's structure, such as {@code features[12]}; empty
 *     where the line alone tells
 */
public record Origin(String file, int line, String within) {

  /** What is wrong with a field of the entry; see {@link Problem} for the arguments. */
  public Problem problem(String field, String key, Object... arguments) {
    String path = within.isEmpty() ? field : within + "." + field;
    return Problem.of(file, line, path, key, arguments);
  }
}
