package city.xueliang.console.http;

/** What a client said, to be shown back to it. */
public final class Excerpt {
  private static final int MOST = 60;

  private Excerpt() {}

  /** The beginning, without control characters. */
  public static String of(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", " ");
    return plain.length() <= MOST ? plain : plain.substring(0, MOST) + "…";
  }
}
