package city.xueliang.placewatch.intake;

/** The beginning of a text that came from outside and can have any length. */
public final class Excerpt {
  private static final int LONGEST_VALUE = 40;

  private Excerpt() {}

  /** What is shown of a value that is wrong. */
  static String of(String value) {
    return of(value, LONGEST_VALUE);
  }

  /** The text, or that many characters of it and an ellipsis. */
  public static String of(String text, int characters) {
    return text.length() <= characters ? text : text.substring(0, characters) + "…";
  }
}
