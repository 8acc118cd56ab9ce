package city.xueliang.console.options;

import java.util.List;

/** An option that cannot be, or one that is missing. */
public final class WrongOptionException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final List<String> arguments;

  /**
   * @param key of the text in this package's resource files
   */
  WrongOptionException(String key, Object... arguments) {
    super(key + " " + List.of(arguments));
    this.key = key;
    this.arguments = List.of(arguments).stream().map(String::valueOf).toList();
  }

  public String key() {
    return key;
  }

  public List<String> arguments() {
    return arguments;
  }
}
