package city.xueliang.console.rules;

import city.xueliang.console.access.SeatView;
import city.xueliang.console.http.Requests;
import city.xueliang.console.live.CityView;
import city.xueliang.console.live.Laid;
import city.xueliang.console.live.LiveCity;
import city.xueliang.console.live.LiveRoutes;
import city.xueliang.console.terms.RuleJson;
import city.xueliang.console.terms.RuleJson.Publication;
import city.xueliang.domain.rule.RulebookChange;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;

/** What is in force. */
public final class RuleRoutes {
  private final LiveCity city;
  private final Clock clock;

  public RuleRoutes(LiveCity city, Clock clock) {
    this.city = city;
    this.clock = clock;
  }

  public void add(JavalinDefaultRoutingApi routes) {
    routes.get("/api/rules", this::rules);
  }

  private void rules(Context request) {
    CityView seen = LiveRoutes.view(request, city);
    SeatView view = Requests.view(request);
    RuleJson form = new RuleJson(view);
    Map<String, Long> held = held(seen);
    long now = clock.millis();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode rules = json.putArray("rules");
    ArrayNode policies = json.putArray("policies");
    ArrayNode silences = json.putArray("silences");
    for (Laid laid : city.rulebook().all().values()) {
      RulebookChange change = laid.change();
      Publication by = new Publication(laid.seat(), laid.publishedAt());
      if (change.rule() != null) {
        form.rule(change.rule(), by).ifPresent(rules::add);
      } else if (change.policy() != null) {
        form.policy(change.policy(), by).ifPresent(policies::add);
      } else if (change.silence() != null) {
        long holds = held.getOrDefault(change.silence().id(), 0L);
        form.silence(change.silence(), by, holds, now).ifPresent(silences::add);
      }
    }
    request
        .contentType("application/json")
        .result(json.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** How many standing alerts that the seat sees each silence holds back. */
  private Map<String, Long> held(CityView view) {
    return city.alerts().stream()
        .filter(alert -> alert.isOpen() && alert.alert().getSilencedBy() != null)
        .filter(view::sees)
        .collect(
            Collectors.groupingBy(alert -> alert.alert().getSilencedBy(), Collectors.counting()));
  }
}
