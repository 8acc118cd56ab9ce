package city.xueliang.console.stream;

import city.xueliang.console.live.CityView;
import city.xueliang.console.live.HealthJson;
import city.xueliang.console.live.LiveCity;
import city.xueliang.store.reading.MetricRow;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is told beside alerts, with each beat: coverage, health and registry, where they changed.
 */
final class Figures {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final long HEALTH_AT_LEAST_EVERY = Duration.ofSeconds(8).toMillis();

  private final LiveCity city;
  private final Clock clock;
  private Map<String, MetricRow> coverage;
  private List<MetricRow> covered = List.of();
  private ObjectNode health;
  private boolean isHealthNews;
  private long healthToldAt;
  private long places;
  private long rules;
  private boolean arePlacesNews;
  private boolean areRulesNews;

  Figures(LiveCity city, Clock clock) {
    this.city = city;
    this.clock = clock;
    this.coverage = city.coverage();
    this.health = HealthJson.of(city, 0);
    this.places = city.places().version();
    this.rules = city.rulebook().version();
  }

  /** Finds out what is news since the last time. */
  void look() {
    Map<String, MetricRow> newest = city.coverage();
    covered =
        newest.equals(coverage)
            ? List.of()
            : newest.values().stream()
                .filter(row -> saysOther(row, coverage.get(row.place())))
                .toList();
    coverage = newest;
    long now = clock.millis();
    ObjectNode healthNow = HealthJson.of(city, 0);
    isHealthNews = !healthNow.equals(health) || now - healthToldAt >= HEALTH_AT_LEAST_EVERY;
    health = healthNow;
    healthToldAt = isHealthNews ? now : healthToldAt;
    arePlacesNews = places != city.places().version();
    places = city.places().version();
    areRulesNews = rules != city.rulebook().version();
    rules = city.rulebook().version();
  }

  /**
   * Whether a row has news. A minute later it is of another time, and what is silent is silent for
   * longer: thousands of rows a minute, for each who watches, that tell nothing else.
   */
  private static boolean saysOther(MetricRow row, MetricRow before) {
    return before == null || !figures(row).equals(figures(before));
  }

  private static Map<String, Number> figures(MetricRow row) {
    Map<String, Number> figures = new HashMap<>(row.values());
    figures.remove("longest_silence_s");
    return figures;
  }

  /** Tells the news. */
  void tell(Events events, CityView view) {
    var rows = view.coverage(covered);
    if (!rows.isEmpty()) {
      events.add("coverage", rows);
    }
    if (isHealthNews) {
      events.add("health", HealthJson.of(city, clock.millis()));
    }
    if (arePlacesNews) {
      events.add("registry", NODES.objectNode().put("places", places));
    }
    if (areRulesNews) {
      events.add("registry", NODES.objectNode().put("rules", rules));
    }
  }
}
