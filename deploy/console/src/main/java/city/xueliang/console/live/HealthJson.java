package city.xueliang.console.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The health in the form of the API. */
public final class HealthJson {
  private HealthJson() {}

  /**
   * Health.
   *
   * @param now epoch milliseconds
   */
  public static ObjectNode of(LiveCity city, long now) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("at", now);
    json.set("broker", reachable(city.broker().now()));
    json.set("store", reachable(city.store().now()));
    json.putArray("topics");
    return json;
  }

  private static ObjectNode reachable(Reachability.Now known) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("reachable", known.reachable());
    json.put("since", known.since());
    if (!known.words().isEmpty()) {
      json.put("words", known.words());
    }
    return json;
  }
}
