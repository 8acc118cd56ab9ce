package city.xueliang.console.limit;

import city.xueliang.console.http.ApiException;
import city.xueliang.console.http.ApiException.Reason;
import java.util.HashMap;
import java.util.Map;

/** Counts the event streams that are open. For several threads at a time. */
final class Streams {
  private static final String WAIT_SECONDS = "10";

  private final int mostOfSeat;
  private final int most;
  private final Map<String, Integer> bySeat = new HashMap<>();
  private int open;

  Streams(int mostOfSeat, int most) {
    this.mostOfSeat = mostOfSeat;
    this.most = most;
  }

  /**
   * Counts one more.
   *
   * @throws ApiException TOO_MANY
   */
  synchronized void open(String seat) {
    if (open >= most || bySeat.getOrDefault(seat, 0) >= mostOfSeat) {
      throw new ApiException(Reason.TOO_MANY, WAIT_SECONDS);
    }
    open++;
    bySeat.merge(seat, 1, Integer::sum);
  }

  synchronized void close(String seat) {
    open--;
    bySeat.computeIfPresent(seat, (id, count) -> count == 1 ? null : count - 1);
  }
}
