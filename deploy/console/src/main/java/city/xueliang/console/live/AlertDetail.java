package city.xueliang.console.live;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** One alert with all that its page shows, in the form of the API. */
final class AlertDetail {
  private AlertDetail() {}

  static ObjectNode of(LiveAlert live, CityView view) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("alert", view.summary(live));
    json.set("evidence", AlertJson.evidence(live.alert().getEvidence()));
    json.set("devices", view.devices(live));
    List<LiveAlert> inhibited =
        live.alert().getInhibits().stream().map(view::alert).flatMap(Optional::stream).toList();
    json.set("inhibits", view.summaries(inhibited));
    Optional.ofNullable(live.alert().getInhibitedBy())
        .flatMap(view::alert)
        .ifPresent(by -> json.set("inhibitedBy", view.summary(by)));
    view.rule(live).ifPresent(rule -> json.set("rule", rule));
    json.set("timeline", AlertJson.timeline(live.timeline(), view::seesAlert));
    json.put("jurisdiction", view.isInJurisdiction(live));
    ArrayNode allowed = json.putArray("allowed");
    view.allowed(live).forEach(allowed::add);
    return json;
  }
}
