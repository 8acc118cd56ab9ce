package city.xueliang.console.history;

import city.xueliang.console.access.SeatView;
import city.xueliang.console.http.ApiException;

/** Where it is kept on record which seat takes which figures away. */
@FunctionalInterface
public interface ExportLog {
  /**
   * Returns when it is on record; only then is the file made.
   *
   * @param query path and checked parameters of what the file is of
   * @throws ApiException UNAVAILABLE: then there is no file
   */
  void exports(SeatView view, String query);
}
