package city.xueliang.feeds.simulate.option;

import city.xueliang.domain.text.Texts;
import java.util.List;
import java.util.Locale;

/** An option that cannot be met. Says what was asked for and what is allowed. */
public final class WrongOptionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String key;
  private final transient List<Object> arguments;

  /**
   * @param key of a text beside this class
   */
  public WrongOptionException(String key, Object... arguments) {
    this.key = key;
    this.arguments = List.of(arguments);
  }

  public String text(Locale language) {
    return Texts.of(WrongOptionException.class, language).text(key, arguments.toArray());
  }

  @Override
  public String getMessage() {
    return text(Locale.ENGLISH);
  }
}
