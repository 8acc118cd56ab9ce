package city.xueliang.store.reading;

import java.util.regex.Pattern;

/**
 * A QuestDB with the tables of {@link city.xueliang.store.layout.QuestDbTables}.
 *
 * @param url such as {@code http://127.0.0.1:19000}, without a slash at the end
 * @param historySuffix ends the names of the tables of hours and days
 */
public record QuestDbSource(String url, String historySuffix) {
  private static final Pattern SUFFIX = Pattern.compile("[a-z0-9_]*");

  /** Refuses what can be no table's name. */
  public QuestDbSource {
    if (!SUFFIX.matcher(historySuffix).matches()) {
      throw new IllegalArgumentException(
          "The history suffix is '%s'; allowed: lower-case letters, digits and _"
              .formatted(historySuffix));
    }
  }
}
