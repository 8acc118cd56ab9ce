package city.xueliang.console.history;

import city.xueliang.console.access.Seat;

/** Where it is kept on record which seat takes which figures away. */
@FunctionalInterface
public interface ExportLog {
  /**
   * Returns when it is on record; only then is the file made.
   *
   * @param query what the file is of, as checked parameters
   */
  void exports(Seat seat, String query);
}
