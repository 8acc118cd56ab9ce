package city.xueliang.feeds.simulate;

import city.xueliang.feeds.simulate.incident.Incident;

/** Is told what truly happens. */
@FunctionalInterface
public interface TruthListener {
  /** An incident begins. */
  void begun(Incident incident);

  /**
   * A device falls silent by itself.
   *
   * @param from epoch milliseconds of the first report that it misses
   * @param to epoch milliseconds from which on it is heard again
   */
  default void fellSilent(String deviceId, long from, long to) {}
}
