package city.xueliang.console.live;

import java.util.List;

/** Alerts, and the state of which they are. */
public record LiveState(StateId id, List<LiveAlert> alerts) {
  public LiveState {
    alerts = List.copyOf(alerts);
  }
}
