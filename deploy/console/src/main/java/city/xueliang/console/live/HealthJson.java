package city.xueliang.console.live;

import city.xueliang.console.live.Feed.TopicIntake;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
    Feed feed = city.feed();
    feed.newestMetricsAt().ifPresent(at -> json.put("newestMetricsAt", at));
    feed.intake().stream()
        .mapToLong(TopicIntake::minute)
        .max()
        .ifPresent(at -> json.put("newestIntakeAt", at));
    ArrayNode topics = json.putArray("topics");
    for (TopicIntake topic : feed.intake()) {
      topics
          .addObject()
          .put("topic", topic.topic())
          .put("lagMillis", topic.lagMillis())
          .put("read", topic.read())
          .put("rejected", topic.rejected())
          .put("late", topic.late());
    }
    feed.rejectedInAnHour().ifPresent(count -> json.put("rejectedRecords", count));
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
