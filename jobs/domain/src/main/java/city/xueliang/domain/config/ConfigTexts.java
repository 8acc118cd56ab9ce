package city.xueliang.domain.config;

import city.xueliang.domain.text.Problem;
import city.xueliang.domain.text.Texts;
import java.util.Locale;

/**
 * The words for the problems of a configuration file: those about YAML come from this package, all
 * others from the package that gives the file its meaning.
 */
public final class ConfigTexts {
  private static final String YAML = "yaml-";

  private final Texts yaml;
  private final Texts reader;

  /**
   * Texts in one language.
   *
   * @param reader a class of the package that reads the file
   */
  public ConfigTexts(Class<?> reader, Locale language) {
    this.yaml = Texts.of(ConfigTexts.class, language);
    this.reader = Texts.of(reader, language);
  }

  /** One line for people. */
  public String text(Problem problem) {
    return problem.text(problem.key().startsWith(YAML) ? yaml : reader);
  }
}
