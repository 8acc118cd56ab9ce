package city.xueliang.console.history;

import city.xueliang.console.access.Permission;
import city.xueliang.console.access.SeatView;
import city.xueliang.console.city.CityPlaces;
import city.xueliang.console.http.Requests;
import city.xueliang.console.store.StoreReading;
import city.xueliang.domain.tally.Window;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The routes of history, on the page and as files. */
public final class HistoryRoutes {
  private static final String CSV = "text/csv; charset=utf-8";
  private static final String EXCEL =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final QuestionReader questions;
  private final HistoryReader histories;
  private final Supplier<CityPlaces> places;
  private final ExportLog exports;
  private final ZoneId zone;
  private final InstantSource clock;

  /**
   * @param zone of the city, in which it has its hours and days
   */
  public HistoryRoutes(
      StoreReading store,
      Supplier<CityPlaces> places,
      ExportLog exports,
      ZoneId zone,
      InstantSource clock) {
    this.questions = new QuestionReader(zone, clock);
    this.histories = new HistoryReader(store, zone, clock);
    this.places = places;
    this.exports = exports;
    this.zone = zone;
    this.clock = clock;
  }

  public void add(JavalinDefaultRoutingApi routes) {
    routes.get("/api/measures", HistoryRoutes::measures);
    routes.get("/api/history", this::history);
    routes.get("/api/history.csv", request -> send(request, "csv", CSV, CsvFile::of));
    routes.get("/api/history.xlsx", request -> send(request, "xlsx", EXCEL, ExcelFile::of));
  }

  /** A measure as the page chooses it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Choice(
      String id, Measured.Group group, String unit, List<String> fields, List<Window> windows) {
    private static Choice of(Measured measure) {
      return new Choice(
          measure.id(),
          measure.group(),
          measure.unit(),
          measure.fields().stream().map(Field::name).toList(),
          measure.windows());
    }
  }

  private static void measures(Context request) {
    Requests.view(request);
    request.json(Measures.ALL.stream().map(Choice::of).toList());
  }

  private void history(Context request) {
    SeatView view = Requests.view(request);
    request.json(histories.read(questions.read(request, view)));
  }

  private void send(
      Context request, String ending, String type, Function<HistoryTable, byte[]> writing) {
    SeatView view = Requests.viewWith(Permission.EXPORT, request);
    Question question = questions.read(request, view);
    exports.exports(view, request.path() + "?" + question.asQuery());
    HistoryTable table =
        new TableWriter(places.get(), zone, Requests.language(request))
            .table(histories.read(question), view.seat(), clock.instant());
    request
        .header(Header.CONTENT_DISPOSITION, disposition(table, ending))
        .contentType(type)
        .result(writing.apply(table));
  }

  /** With a name in the reader's language (RFC 5987), and one for programs that know no such. */
  private static String disposition(HistoryTable table, String ending) {
    String encoded =
        URLEncoder.encode(table.fileName(), StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"%s.%s\"; filename*=UTF-8''%s.%s"
        .formatted(table.plainFileName(), ending, encoded, ending);
  }
}
