package city.xueliang.feeds.replay;

import city.xueliang.domain.text.Problem;
import java.io.Serial;

/** A row that cannot become a record. */
final class BadRowException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  BadRowException(Problem problem) {
    super(problem.key(), null, false, false);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
