package city.xueliang.rules;

import city.xueliang.domain.rule.Rulebook;

/** What is laid down on a broker, for a program that lays down rules itself. */
public final class RulesTopic {
  private RulesTopic() {}

  /** What is in force. */
  public static Rulebook inForce(String bootstrap) {
    return LaidDown.read(bootstrap).inForce();
  }

  /**
   * Lets this rulebook be in force, alone; returns when the broker has acknowledged what changed.
   *
   * @param seat that publishes it
   */
  public static void replace(String bootstrap, Rulebook book, String seat) {
    Difference difference = Difference.of(book, LaidDown.read(bootstrap), true);
    RulesPublisher.publish(bootstrap, difference.changes(), seat);
  }
}
