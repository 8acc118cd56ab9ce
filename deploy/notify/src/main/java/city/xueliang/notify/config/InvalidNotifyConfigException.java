package city.xueliang.notify.config;

import city.xueliang.domain.config.ConfigTexts;
import city.xueliang.domain.text.Problem;
import java.util.List;
import java.util.Locale;

/** A file of channels that cannot be used, with everything that is wrong with it. */
public final class InvalidNotifyConfigException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  InvalidNotifyConfigException(List<Problem> problems) {
    super(String.join("\n", lines(problems, Locale.ENGLISH)));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }

  /** One line for each problem: file, line, key, what is allowed. */
  public List<String> lines(Locale language) {
    return lines(problems, language);
  }

  private static List<String> lines(List<Problem> problems, Locale language) {
    ConfigTexts texts = new ConfigTexts(InvalidNotifyConfigException.class, language);
    return problems.stream().map(texts::text).toList();
  }
}
