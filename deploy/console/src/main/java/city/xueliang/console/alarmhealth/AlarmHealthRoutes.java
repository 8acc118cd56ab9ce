package city.xueliang.console.alarmhealth;

import city.xueliang.console.access.SeatView;
import city.xueliang.console.alarmhealth.AlarmHealth.Worst;
import city.xueliang.console.http.Parameters;
import city.xueliang.console.http.Requests;
import city.xueliang.console.store.StoreReading;
import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.response.WorstSource;
import city.xueliang.domain.tally.Window;
import city.xueliang.domain.tally.Windows;
import city.xueliang.store.reading.Metric;
import city.xueliang.store.reading.MetricRow;
import city.xueliang.store.reading.Span;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/** The route of the figures about seats' alarms. */
public final class AlarmHealthRoutes {
  private static final List<Level> LEVELS =
      List.of(Level.CITY, Level.DISTRICT, Level.STREET, Level.COMMUNITY);

  /** Up to so long a span is made of hours, so that it is exact to the hour. */
  private static final long LONGEST_OF_HOURS = Duration.ofDays(2).toMillis();

  private static final long DAY = Duration.ofDays(1).toMillis();

  /** What is read at once: a year of all streets, a month of all communities. */
  private static final int MOST_ROWS = 40_000;

  private static final Comparator<SeatLoad> WORST_FIRST =
      Comparator.comparingLong(SeatLoad::floodMinutes)
          .thenComparingLong(SeatLoad::alarms)
          .reversed()
          .thenComparing(SeatLoad::place);

  private final StoreReading store;
  private final ZoneId zone;
  private final InstantSource clock;

  /**
   * @param zone of the city, in which it has its hours and days
   */
  public AlarmHealthRoutes(StoreReading store, ZoneId zone, InstantSource clock) {
    this.store = store;
    this.zone = zone;
    this.clock = clock;
  }

  public void add(JavalinDefaultRoutingApi routes) {
    routes.get("/api/alarm-health", this::alarmHealth);
  }

  private void alarmHealth(Context request) {
    SeatView view = Requests.view(request);
    Level level = Parameters.choice(request, "level", LEVELS, Level.DISTRICT);
    long from = Parameters.time(request, "from");
    long to = Parameters.time(request, "to");
    List<String> places =
        view.places().stream().filter(place -> place.level() == level).map(Place::code).toList();
    Window window = to - from <= LONGEST_OF_HOURS ? Window.HOUR : Window.DAY;
    requireFew(places.size(), from, to);
    Windows windows = Windows.in(zone);
    long start = windows.startOf(window, from);
    long end = windows.endOf(window, to - 1);
    request.json(
        new AlarmHealth(loads(places, window, start, end), worst(places, view, windows, to)));
  }

  private static void requireFew(int places, long from, long to) {
    long longest = DAY * (MOST_ROWS / Math.max(places, MOST_ROWS / 366));
    if (to <= from || to - from > longest) {
      throw Parameters.wrong(
          "to", Long.toString(to), "from < to ≤ from + %d d".formatted(longest / DAY));
    }
  }

  /** Seats that were told nothing, and had nothing open, have no rows. */
  private List<SeatLoad> loads(List<String> places, Window window, long start, long end) {
    long length = Math.min(end, clock.instant().toEpochMilli()) - start;
    if (places.isEmpty() || length <= 0) {
      return List.of();
    }
    SortedMap<String, List<MetricRow>> rows =
        store.ask(history -> history.series(places, Metric.ALARM_HEALTH, window, span(start, end)));
    return rows.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(entry -> SeatLoad.of(entry.getKey(), entry.getValue(), length))
        .sorted(WORST_FIRST)
        .toList();
  }

  /** Of the span's last two days, since the last one may just have begun. */
  private List<Worst> worst(List<String> places, SeatView view, Windows windows, long to) {
    if (places.isEmpty()) {
      return List.of();
    }
    long last = windows.startOf(Window.DAY, Math.min(to - 1, clock.instant().toEpochMilli()));
    long start = windows.startOf(Window.DAY, last - 1);
    long end = windows.endOf(Window.DAY, last);
    Map<String, List<WorstSource>> sources =
        store.ask(history -> history.worstSources(places, span(start, end)));
    return sources.entrySet().stream()
        .flatMap(entry -> newest(entry.getValue()).map(row -> Worst.of(entry.getKey(), row)))
        .filter(source -> view.sees(source.place()))
        .toList();
  }

  private static Stream<WorstSource> newest(List<WorstSource> sources) {
    return sources.stream()
        .filter(source -> source.windowStart() == sources.get(sources.size() - 1).windowStart());
  }

  private static Span span(long start, long end) {
    return new Span(Instant.ofEpochMilli(Math.max(start, 0)), Instant.ofEpochMilli(end));
  }
}
