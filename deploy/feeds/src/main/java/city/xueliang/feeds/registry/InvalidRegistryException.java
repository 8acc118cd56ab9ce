package city.xueliang.feeds.registry;

import city.xueliang.domain.place.RegistryCheck;
import city.xueliang.domain.text.Problem;
import city.xueliang.domain.text.Texts;
import java.util.List;
import java.util.Locale;

/** The files hold no registry that could be published; every problem is told. */
public final class InvalidRegistryException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  InvalidRegistryException(List<Problem> problems) {
    this.problems = List.copyOf(problems);
  }

  /** All of them, in the order of the files and their lines. */
  public List<Problem> problems() {
    return problems;
  }

  /** One line for each problem. */
  public List<String> lines(Locale language) {
    Texts ofFiles = Texts.of(InvalidRegistryException.class, language);
    Texts ofRules = Texts.of(RegistryCheck.class, language);
    return problems.stream()
        .map(problem -> problem.text(problem.key().startsWith("registry.") ? ofRules : ofFiles))
        .toList();
  }

  @Override
  public String getMessage() {
    return String.join(System.lineSeparator(), lines(Locale.ENGLISH));
  }
}
