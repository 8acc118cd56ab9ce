package city.xueliang.feeds.replay;

import java.io.Serial;
import java.util.Arrays;

/** Text that cannot become what the mapping wants of it. */
final class BadValueException extends Exception {
  @Serial private static final long serialVersionUID = 1L;
  private static final int LONGEST_SHOWN = 40;

  private final String key;
  private final String[] arguments;

  /**
   * The reason.
   *
   * @param key of the text in this package's resource files
   */
  BadValueException(String key, Object... arguments) {
    super(key, null, false, false);
    this.key = key;
    this.arguments = Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
  }

  String key() {
    return key;
  }

  Object[] arguments() {
    return arguments.clone();
  }

  /** The text as far as it fits in a message: a quote that never closes can swallow a file. */
  static String shown(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "…";
  }
}
