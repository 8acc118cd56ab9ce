package city.xueliang.domain.detector;

/**
 * Judges one condition for one key. All times are event time, epoch milliseconds. A state that is
 * handed in is used up: what counts is the one that is handed back.
 *
 * @param <S> the state's class
 * @param <I> what is judged
 */
public interface Detector<S, I> {
  /** What {@link #due} gives for a state that no passing of time changes. */
  long NEVER = Long.MAX_VALUE;

  /** The state of a key of which nothing is known. */
  S initial();

  /** Whether the state may be dropped: it says no more than {@link #initial}. */
  boolean isForgettable(S state);

  /** Takes in what came, in or out of order, but not twice. */
  Verdict<S> judge(S before, I input);

  /** Judges what has become of the state by now, when whatever occurred by now has come. */
  Verdict<S> onTime(S before, long now);

  /** When {@link #onTime} has to be called at the latest; {@link #NEVER} if it need not. */
  long due(S state);

  /**
   * Judges a state anew that another version of the rule has left: what is raised and does not hold
   * by this one is cleared. Nothing is raised by what came before the change.
   */
  Verdict<S> rejudge(S before);
}
