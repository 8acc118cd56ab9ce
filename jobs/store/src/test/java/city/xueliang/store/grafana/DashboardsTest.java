package city.xueliang.store.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be seen in the dashboards' files without a server. */
class DashboardsTest {
  static List<Dashboard> dashboards() {
    return Dashboard.all();
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void theStoreHasWhatTheyName(Dashboard dashboard) {
    for (DashboardQuery query : queries(dashboard)) {
      assertThat(query.strangeNames()).as(query.where()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void theyAskTheBucketThatHasTheWindow(Dashboard dashboard) {
    for (DashboardQuery query : queries(dashboard)) {
      assertThat(DataSources.DATABASES).as(query.where()).containsKey(query.source());
      boolean isHistory = query.text().contains("'HOUR'") || query.text().contains("'DAY'");
      boolean isMinutes = query.text().contains("'MINUTE'") || query.text().contains("\"intake\"");
      if (isHistory || isMinutes) {
        assertThat(DataSources.DATABASES.get(query.source()))
            .as(query.where())
            .isEqualTo(isHistory ? "xueliang_history" : "xueliang");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void theirVariablesAreAskedForBeforeTheyAreUsed(Dashboard dashboard) {
    List<String> known = new ArrayList<>();
    for (JsonNode variable : dashboard.variables()) {
      if (variable.path("type").asText().equals("query")) {
        assertThat(known).containsAll(dashboard.query(variable).variables());
      }
      known.add(variable.path("name").asText());
    }
    for (DashboardQuery query : dashboard.queries()) {
      assertThat(known).as(query.where()).containsAll(query.variables());
    }
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void everyPanelIsExplainedAndHasItsOwnId(Dashboard dashboard) {
    assertThat(dashboard.panels())
        .extracting(panel -> panel.path("id").asInt())
        .doesNotHaveDuplicates();
    assertThat(dashboard.panels())
        .filteredOn(panel -> !panel.path("type").asText().equals("row"))
        .allSatisfy(
            panel -> {
              assertThat(panel.path("description").asText()).isNotBlank();
              assertThat(panel.path("targets")).isNotEmpty();
            });
  }

  @Test
  void theSetHasOneOfEach() {
    assertThat(Dashboard.all())
        .extracting(dashboard -> dashboard.json().path("uid").asText())
        .containsExactlyInAnyOrder(
            "xueliang-city",
            "xueliang-coverage",
            "xueliang-alerts",
            "xueliang-alarm-health",
            "xueliang-intake");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          SELECT sum("event") FROM "camera_events"; event
          SELECT sum(events) FROM "camera_events"; events
          SELECT sum("events") FROM "camera_event"; events
          SELECT sum("events") FROM camera_events; no measurement in double quotes
          SELECT sum("events") FROM "camera_events" WHERE "quantity" = '$quantity'; quantity
          SELECT sum("events") FROM "camera_events" WHERE $timeFilter GROUP BY "type"; type
          SELECT sum("events") FROM "camera_events" WHERE time > now() - 1h; now
          """)
  void aNameThatTheLayoutDoesNotHaveIsFound(String text, String strange) {
    assertThat(query(text).strangeNames()).contains(strange);
  }

  private static List<DashboardQuery> queries(Dashboard dashboard) {
    Stream<DashboardQuery> ofVariables =
        dashboard.variables().stream()
            .filter(variable -> variable.path("type").asText().equals("query"))
            .map(dashboard::query);
    return Stream.concat(ofVariables, dashboard.queries().stream()).toList();
  }

  private static DashboardQuery query(String text) {
    return new DashboardQuery("test", "xueliang-minutes", text, Duration.ofHours(1), "1m");
  }
}
