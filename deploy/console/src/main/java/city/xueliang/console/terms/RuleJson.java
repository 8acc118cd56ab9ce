package city.xueliang.console.terms;

import city.xueliang.console.access.SeatView;
import city.xueliang.domain.rule.Name;
import city.xueliang.domain.rule.ResponsePolicy;
import city.xueliang.domain.rule.Rule;
import city.xueliang.domain.rule.RuleType;
import city.xueliang.domain.rule.Silence;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** What is in force, in the form of the API and as far as it reaches one seat. */
public final class RuleJson {
  private final SeatView view;

  /**
   * @param view of the seat that asks
   */
  public RuleJson(SeatView view) {
    this.view = view;
  }

  /** Who laid something down: the seat, empty if that is not known, and epoch milliseconds. */
  public record Publication(String seat, long at) {}

  /** Rule; nothing if it does not reach the seat. */
  public Optional<ObjectNode> rule(Rule rule, Publication by) {
    return view.partOf(rule.places())
        .map(
            places -> {
              ObjectNode json = named(rule.id(), rule.version(), rule.name());
              json.put("type", RuleType.of(rule.condition()).name().toLowerCase(Locale.ROOT));
              json.put("colour", rule.colour().name());
              json.set("places", texts(places));
              json.set("condition", TermsJson.of((Record) rule.condition()));
              json.set("handling", TermsJson.of(rule.handling()));
              return published(json, by);
            });
  }

  /** Policy; nothing if it does not reach the seat. */
  public Optional<ObjectNode> policy(ResponsePolicy policy, Publication by) {
    return view.partOf(policy.places())
        .map(
            places -> {
              ObjectNode json = named(policy.id(), policy.version(), policy.name());
              json.set("places", texts(places));
              ArrayNode terms = json.putArray("terms");
              policy.terms().forEach(ofColour -> terms.add(TermsJson.of(ofColour)));
              return published(json, by);
            });
  }

  /**
   * Silence; nothing if it does not reach the seat.
   *
   * @param holds how many alerts it holds back that the seat sees
   * @param now epoch milliseconds
   */
  public Optional<ObjectNode> silence(Silence silence, Publication by, long holds, long now) {
    return view.partOf(silence.places())
        .map(
            places -> {
              ObjectNode json = JsonNodeFactory.instance.objectNode();
              json.put("id", silence.id());
              json.put("kind", silence.kind().name());
              json.set("places", texts(places));
              json.set("rules", texts(silence.rules()));
              json.put("from", silence.from());
              json.put("to", silence.to());
              json.put("phase", phase(silence, now));
              json.put("holds", holds);
              return published(json, by);
            });
  }

  private static String phase(Silence silence, long now) {
    if (now < silence.from()) {
      return "PLANNED";
    }
    return now < silence.to() ? "IN_FORCE" : "PAST";
  }

  private static ObjectNode named(String id, int version, Name name) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", id)
        .put("version", version)
        .put("zh", name.zh())
        .put("en", name.en());
  }

  private static ObjectNode published(ObjectNode json, Publication by) {
    if (!by.seat().isEmpty()) {
      json.put("seat", by.seat());
    }
    return json.put("publishedAt", by.at());
  }

  private static ArrayNode texts(Collection<String> values) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    values.stream().sorted().forEach(all::add);
    return all;
  }
}
