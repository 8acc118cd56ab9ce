package city.xueliang.console.live;

import java.time.Clock;

/** Whether something that the console reads from answers, and since when it does or does not. */
public final class Reachability {
  private final Clock clock;
  private volatile Now now;

  /**
   * What is known at a moment.
   *
   * @param since epoch milliseconds
   * @param words what was said when it was last not reached; empty if it always was
   */
  public record Now(boolean reachable, long since, String words) {}

  /** Not reached yet. */
  public Reachability(Clock clock) {
    this.clock = clock;
    this.now = new Now(false, clock.millis(), "");
  }

  public Now now() {
    return now;
  }

  /** It answered. */
  public void reached() {
    Now before = now;
    if (!before.reachable) {
      now = new Now(true, clock.millis(), before.words);
    }
  }

  /** It did not answer. */
  public void lost(String words) {
    Now before = now;
    String said = words == null ? "" : words;
    if (before.reachable || !before.words.equals(said)) {
      now = new Now(false, before.reachable ? clock.millis() : before.since, said);
    }
  }
}
