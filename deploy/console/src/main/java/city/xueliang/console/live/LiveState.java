package city.xueliang.console.live;

import java.util.List;

/**
 * Alerts, and the state of which they are.
 *
 * @param gone that stood when the topic let go of them; one that came back is among the alerts, too
 */
public record LiveState(StateId id, List<LiveAlert> alerts, List<LiveAlert> gone) {
  public LiveState {
    alerts = List.copyOf(alerts);
    gone = List.copyOf(gone);
  }
}
