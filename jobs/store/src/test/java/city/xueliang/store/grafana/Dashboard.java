package city.xueliang.store.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A dashboard's file. */
record Dashboard(String name, JsonNode json) {
  private static final Path FOLDER = Path.of("../../deploy/cluster/grafana/dashboards");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** All of the set. */
  static List<Dashboard> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().map(Dashboard::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Also those within rows. */
  List<JsonNode> panels() {
    List<JsonNode> panels = new ArrayList<>();
    for (JsonNode panel : json.path("panels")) {
      panels.add(panel);
      panel.path("panels").forEach(panels::add);
    }
    return panels;
  }

  List<JsonNode> variables() {
    return children(json.path("templating").path("list"));
  }

  /** What the panels ask. */
  List<DashboardQuery> queries() {
    List<DashboardQuery> queries = new ArrayList<>();
    for (JsonNode panel : panels()) {
      String span =
          panel.has("timeFrom") ? panel.path("timeFrom").asText() : json.at("/time/from").asText();
      for (JsonNode target : panel.path("targets")) {
        queries.add(
            new DashboardQuery(
                name + ", " + panel.path("title").asText(),
                target.at("/datasource/uid").asText(),
                target.path("query").asText(),
                Length.of(span.replace("now-", "")),
                panel.path("interval").asText("1m")));
      }
    }
    return queries;
  }

  /** What one of its variables asks for its values. */
  DashboardQuery query(JsonNode variable) {
    return new DashboardQuery(
        name + ", $" + variable.path("name").asText(),
        variable.at("/datasource/uid").asText(),
        variable.path("query").asText(),
        Length.of("1m"),
        "1m");
  }

  private static Dashboard read(Path file) {
    try {
      return new Dashboard(file.getFileName().toString(), JSON.readTree(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JsonNode> children(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).toList();
  }
}
