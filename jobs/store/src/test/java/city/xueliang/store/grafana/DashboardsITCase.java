package city.xueliang.store.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.tally.Window;
import city.xueliang.testing.InfluxServer;
import city.xueliang.testing.OlderWriteApi;
import com.fasterxml.jackson.databind.JsonNode;
import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import com.influxdb.client.domain.WritePrecision;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every query of Grafana's dashboards, asked of a real server that has rows of the whole layout.
 */
class DashboardsITCase {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\^$*+?.()|\\[\\]{}/-]");

  private static InfluxServer server;

  /** How much of a variable with several values is chosen. */
  private enum Choice {
    ALL,
    ONE,
    TWO
  }

  @BeforeAll
  static void write(@TempDir Path folder) {
    server = InfluxServer.start(folder);
    DataSources.DATABASES.values().forEach(server::createDatabase);
    try (InfluxDBClient client = client()) {
      write(client, "xueliang", LayoutRows.of(Window.MINUTE));
      write(client, "xueliang_history", LayoutRows.of(Window.HOUR));
      write(client, "xueliang_history", LayoutRows.of(Window.DAY));
    }
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  static List<Dashboard> dashboards() {
    return Dashboard.all();
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void everyPanelHasAnAnswerAtEveryLevel(Dashboard dashboard) {
    for (String level : levels(dashboard)) {
      for (Choice choice : Choice.values()) {
        Map<String, String> values = values(dashboard, level, choice);
        for (DashboardQuery query : dashboard.queries()) {
          assertAnswered(query, values);
        }
      }
    }
  }

  private static void assertAnswered(DashboardQuery query, Map<String, String> values) {
    Answer answer = ask(query, values);
    String context = query.where() + " with " + values;
    assertThat(answer.rows()).as(context).isNotEmpty();
    assertThat(answer.emptyColumns()).as(context).isEmpty();
  }

  /** What each variable stands for, each asked with those before it, as Grafana does. */
  private static Map<String, String> values(Dashboard dashboard, String level, Choice choice) {
    Map<String, String> values = new HashMap<>();
    for (JsonNode variable : dashboard.variables()) {
      String name = variable.path("name").asText();
      if (variable.path("type").asText().equals("custom")) {
        values.put(name, level);
        continue;
      }
      DashboardQuery query = dashboard.query(variable);
      assertAnswered(query, values);
      List<String> found = ask(query, values).values("value").toList();
      values.put(name, variable.path("multi").asBoolean() ? several(found, choice) : found.get(0));
    }
    return values;
  }

  /** As Grafana's format {@code regex} writes them. */
  private static String several(List<String> found, Choice choice) {
    return switch (choice) {
      case ALL -> ".*";
      case ONE -> escaped(found.get(0));
      case TWO ->
          found.stream()
              .limit(2)
              .map(DashboardsITCase::escaped)
              .collect(Collectors.joining("|", "(", ")"));
    };
  }

  private static String escaped(String value) {
    return SPECIAL.matcher(value).replaceAll("\\\\$0");
  }

  private static Answer ask(DashboardQuery query, Map<String, String> values) {
    String database = DataSources.DATABASES.get(query.source());
    return Answer.of(server.query(database, query.filled(values, LayoutRows.NOW)));
  }

  private static List<String> levels(Dashboard dashboard) {
    List<String> levels =
        dashboard.variables().stream()
            .filter(variable -> variable.path("name").asText().equals("level"))
            .flatMap(variable -> options(variable.path("options")))
            .toList();
    return levels.isEmpty() ? List.of("") : levels;
  }

  private static Stream<String> options(JsonNode options) {
    return StreamSupport.stream(options.spliterator(), false)
        .map(option -> option.path("value").asText());
  }

  private static void write(InfluxDBClient client, String bucket, List<String> lines) {
    client.getWriteApiBlocking().writeRecords(bucket, "xueliang", WritePrecision.MS, lines);
  }

  private static InfluxDBClient client() {
    return InfluxDBClientFactory.create(
        InfluxDBClientOptions.builder()
            .url(server.url())
            .org("xueliang")
            .okHttpClient(new OkHttpClient.Builder().addInterceptor(new OlderWriteApi()))
            .build());
  }
}
