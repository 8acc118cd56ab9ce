package city.xueliang.console.stream;

import city.xueliang.console.live.CityView;
import city.xueliang.console.live.LiveAlert;
import city.xueliang.console.live.LiveState;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;

/** What is told of alerts with each frame: those that are gone, then those that changed. */
final class AlertChanges {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Optional<LiveState> changed = Optional.empty();

  /** The id of a state does not tell apart what went by its age before and after it was sent. */
  private List<LiveAlert> gone = List.of();

  private List<LiveAlert> goneNews = List.of();

  /** Takes what changed since the frame before; empty if that is not known. */
  void look(Optional<LiveState> next) {
    List<LiveAlert> before = gone;
    changed = next;
    gone = next.map(LiveState::gone).orElse(List.of());
    goneNews = gone.stream().filter(alert -> !before.contains(alert)).toList();
  }

  /** Tells what the seat sees of it, if that is anything. */
  void tell(Events events, CityView view) {
    if (changed.isEmpty()) {
      reset(events);
      return;
    }
    ArrayNode ids = view.ids(goneNews);
    ArrayNode alerts = view.summaries(changed.get().alerts());
    if (!ids.isEmpty() || !alerts.isEmpty()) {
      add(events, ids, alerts, changed.get());
    }
  }

  /** Tells all that was missed, and from where the client goes on. */
  static void replay(Events events, CityView view, LiveState missed) {
    add(events, view.ids(missed.gone()), view.summaries(missed.alerts()), missed);
  }

  static void reset(Events events) {
    events.add("reset", NODES.objectNode());
  }

  /** Only the last event has the id: who knows that has both. */
  private static void add(Events events, ArrayNode gone, ArrayNode alerts, LiveState state) {
    if (!gone.isEmpty()) {
      events.add("gone", gone);
    }
    events.add("alerts", alerts, state.id().toString());
  }
}
