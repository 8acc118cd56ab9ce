package city.xueliang.console.history;

import city.xueliang.console.access.SeatView;
import city.xueliang.console.http.ApiException;
import city.xueliang.console.http.ApiException.Reason;
import city.xueliang.console.http.Parameters;
import city.xueliang.domain.tally.Window;
import city.xueliang.domain.tally.Windows;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Reads a question about history from a request, and chooses its windows. */
final class QuestionReader {
  private static final int MOST_PLACES = 6;
  private static final long LONGEST_DAYS = 3_660;

  /** A chart shows no more. */
  private static final int MOST_CHOSEN = 1_500;

  /** Of all series together; their answer has about 8 MB. */
  private static final int MOST_POINTS = 120_000;

  /** As long as the store keeps minutes. */
  private static final Duration MINUTES_ARE_KEPT = Duration.ofDays(30);

  private static final String AUTO = "AUTO";

  private final ZoneId zone;
  private final InstantSource clock;

  QuestionReader(ZoneId zone, InstantSource clock) {
    this.zone = zone;
    this.clock = clock;
  }

  /**
   * The question.
   *
   * @throws ApiException BAD_PARAMETER, and NOT_FOUND for a place that the seat does not see
   */
  Question read(Context request, SeatView view) {
    List<String> places = places(request, view);
    String id = request.queryParam("measure");
    Measured measure =
        Measures.find(id)
            .orElseThrow(
                () ->
                    Parameters.wrong(
                        "measure",
                        id,
                        Parameters.words(Measures.ALL.stream().map(Measured::id).toList())));
    Field field = field(request, measure);
    long from = Parameters.time(request, "from");
    long to = Parameters.time(request, "to");
    if (to <= from || to - from > Duration.ofDays(LONGEST_DAYS).toMillis()) {
      throw Parameters.wrong(
          "to", Long.toString(to), "from < to ≤ from + %d d".formatted(LONGEST_DAYS));
    }
    Compare compare =
        Parameters.choice(request, "compare", List.of(Compare.values()), Compare.NONE);
    int series = places.size() * (compare == Compare.NONE ? 1 : 2);
    Window window = window(request, measure, from, to, compare, series);
    List<Long> starts = starts(window, from, to, MOST_POINTS);
    return new Question(
        places,
        measure,
        field,
        window,
        compare,
        starts,
        starts.get(0),
        Windows.in(zone).endOf(window, starts.get(starts.size() - 1)));
  }

  private static List<String> places(Context request, SeatView view) {
    List<String> places = request.queryParams("place").stream().distinct().toList();
    if (places.isEmpty() || places.size() > MOST_PLACES) {
      throw Parameters.wrong("place", String.join(", ", places), "1–%d".formatted(MOST_PLACES));
    }
    for (String place : places) {
      if (!view.sees(place)) {
        throw new ApiException(Reason.NOT_FOUND, place);
      }
    }
    return places;
  }

  private static Field field(Context request, Measured measure) {
    String name = request.queryParam("field");
    return measure
        .field(name)
        .orElseThrow(
            () ->
                Parameters.wrong(
                    "field",
                    name,
                    Parameters.words(measure.fields().stream().map(Field::name).toList())));
  }

  private Window window(
      Context request, Measured measure, long from, long to, Compare compare, int series) {
    String given = request.queryParam("window");
    if (given == null || given.equals(AUTO)) {
      return chosen(measure, from, to, compare);
    }
    List<Window> allowed =
        measure.windows().stream()
            .filter(window -> fits(window, from, to, MOST_POINTS / series))
            .toList();
    return allowed.stream()
        .filter(window -> window.name().equals(given))
        .findFirst()
        .orElseThrow(
            () -> Parameters.wrong("window", given, AUTO + ", " + Parameters.words(allowed)));
  }

  /** The finest that a chart can show and of which rows are kept for so long. */
  private Window chosen(Measured measure, long from, long to, Compare compare) {
    long kept = clock.instant().minus(MINUTES_ARE_KEPT).toEpochMilli();
    boolean hasMinutes = compare.roughlyBefore(from, zone) >= kept;
    List<Window> windows = measure.windows();
    return windows.stream()
        .filter(window -> window != Window.MINUTE || hasMinutes)
        .filter(window -> fits(window, from, to, MOST_CHOSEN))
        .findFirst()
        .orElse(windows.get(windows.size() - 1));
  }

  private boolean fits(Window window, long from, long to, int most) {
    return starts(window, from, to, most + 1).size() <= most;
  }

  /** Starts of the windows that touch the span, so many at most. */
  private List<Long> starts(Window window, long from, long to, int most) {
    Windows windows = Windows.in(zone);
    List<Long> starts = new ArrayList<>();
    for (long start = windows.startOf(window, from);
        start < to && starts.size() < most;
        start = windows.endOf(window, start)) {
      starts.add(start);
    }
    return starts;
  }
}
