package city.xueliang.console.live;

import city.xueliang.console.access.SeatView;
import city.xueliang.console.city.CityPlaces;
import city.xueliang.console.terms.RuleJson;
import city.xueliang.console.terms.RuleJson.Publication;
import city.xueliang.store.reading.MetricRow;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a seat is told of the city's state. */
public final class CityView {
  private final LiveCity city;
  private final SeatView view;

  public CityView(LiveCity city, SeatView view) {
    this.city = city;
    this.view = view;
  }

  public boolean sees(LiveAlert alert) {
    return view.sees(alert.alert().getPlace());
  }

  public boolean sees(String place) {
    return view.sees(place);
  }

  /** Whether the alert is about a place or zone, or about what lies in it. */
  public boolean liesIn(LiveAlert alert, String place) {
    String of = alert.alert().getPlace();
    CityPlaces places = city.places();
    return of.equals(place)
        || places.ancestors(of).contains(place)
        || places.zonesOfGrid(of).contains(place);
  }

  /** The alert with an id, if there is one that the seat sees. */
  public Optional<LiveAlert> alert(String id) {
    return city.alert(id).filter(this::sees);
  }

  public boolean seesAlert(String id) {
    return alert(id).isPresent();
  }

  /** AlertSummary. */
  public ObjectNode summary(LiveAlert alert) {
    return AlertJson.summary(alert.alert(), this::seesAlert);
  }

  /** AlertSummary of each that the seat sees. */
  public ArrayNode summaries(Collection<LiveAlert> alerts) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    alerts.stream().filter(this::sees).forEach(alert -> all.add(summary(alert)));
    return all;
  }

  /** Ids of those that the seat saw. */
  public ArrayNode ids(Collection<LiveAlert> alerts) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    alerts.stream().filter(this::sees).forEach(alert -> all.add(alert.alert().getAlertId()));
    return all;
  }

  /** The devices for which its condition holds, with what the registry says of them. */
  public ArrayNode devices(LiveAlert alert) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (String id : alert.alert().getDevices()) {
      ObjectNode json = all.addObject().put("id", id);
      city.device(id)
          .ifPresent(
              device ->
                  json.put("grid", device.grid())
                      .put("modelClass", device.modelClass().name())
                      .put("segment", device.segment()));
    }
    return all;
  }

  /** The rule that fired as it is in force now, if it reaches the seat. */
  public Optional<ObjectNode> rule(LiveAlert alert) {
    return city.rulebook()
        .find(alert.alert().getRuleId())
        .filter(laid -> laid.change().rule() != null)
        .flatMap(
            laid ->
                new RuleJson(view)
                    .rule(laid.change().rule(), new Publication(laid.seat(), laid.publishedAt())));
  }

  /** What the seat may do with the alert as it is now. */
  public List<String> allowed(LiveAlert alert) {
    return AllowedActions.of(alert.alert(), view.seat());
  }

  /** Whether the desk takes actions of the seat. */
  public boolean isInJurisdiction(LiveAlert alert) {
    return AllowedActions.isInJurisdiction(alert.alert(), view.seat());
  }

  /** CoverageRow of each that the seat sees. */
  public ArrayNode coverage(Collection<MetricRow> rows) {
    return CoverageJson.rows(rows.stream().filter(row -> view.sees(row.place())).toList());
  }
}
