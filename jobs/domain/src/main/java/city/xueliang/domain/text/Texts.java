package city.xueliang.domain.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts that one package shows to people, from its resource file {@code texts.properties}
 * (zh-CN, the default) or {@code texts_en.properties}. Texts are {@link MessageFormat} patterns:
 * numbers are shown without grouping, an apostrophe is doubled.
 */
public final class Texts {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final ResourceBundle bundle;

  private Texts(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /** The texts beside this class, in this language. */
  public static Texts of(Class<?> owner, Locale language) {
    return new Texts(
        ResourceBundle.getBundle(
            owner.getPackageName() + ".texts", language, owner.getClassLoader(), NO_FALLBACK));
  }

  /**
   * The language that the user asked for.
   *
   * @param asked {@code zh} or {@code en}, also with a region as in {@code en_GB.UTF-8}; anything
   *     else, also null, is Chinese
   */
  public static Locale language(String asked) {
    return asked != null && asked.startsWith("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
  }

  /** The resource file itself, for a library that takes its texts from one. */
  public ResourceBundle bundle() {
    return bundle;
  }

  /** The text with its places filled. */
  public String text(String key, Object... arguments) {
    Object[] plain = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      plain[i] = String.valueOf(arguments[i]);
    }
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(plain);
  }
}
