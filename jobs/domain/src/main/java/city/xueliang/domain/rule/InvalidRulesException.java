package city.xueliang.domain.rule;

import city.xueliang.domain.config.ConfigTexts;
import city.xueliang.domain.text.Problem;
import java.io.Serial;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Rules, silences or policies with at least one problem. */
public final class InvalidRulesException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public InvalidRulesException(List<Problem> problems) {
    super(text(problems, Locale.ENGLISH));
    this.problems = List.copyOf(problems);
  }

  /** All of them, in the order of their lines. */
  public List<Problem> problems() {
    return problems;
  }

  /** One line for each problem, for people. */
  public String text(Locale language) {
    return text(problems, language);
  }

  private static String text(List<Problem> problems, Locale language) {
    ConfigTexts texts = new ConfigTexts(InvalidRulesException.class, language);
    return problems.stream().map(texts::text).collect(Collectors.joining("\n"));
  }
}
