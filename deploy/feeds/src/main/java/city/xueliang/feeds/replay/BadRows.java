package city.xueliang.feeds.replay;

import city.xueliang.domain.text.Problem;
import city.xueliang.domain.text.Texts;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Tells of bad rows as they come, and counts them per reason. */
final class BadRows {
  private static final int TOLD_PER_REASON = 100;

  private final Texts texts;
  private final Consumer<String> lines;
  private final Map<String, Long> counts = new TreeMap<>();

  /**
   * Tells of rows.
   *
   * @param lines takes one line for each row, but no more than a hundred for each reason
   */
  BadRows(Texts texts, Consumer<String> lines) {
    this.texts = texts;
    this.lines = lines;
  }

  void add(Problem problem) {
    long count = counts.merge(problem.key(), 1L, Long::sum);
    if (count <= TOLD_PER_REASON) {
      lines.accept(problem.text(texts));
    }
    if (count == TOLD_PER_REASON) {
      lines.accept(texts.text("bad-rows-only-counted", TOLD_PER_REASON, problem.key()));
    }
  }

  /** How many rows for each reason, by the reason's key. */
  Map<String, Long> counts() {
    return counts;
  }

  long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
