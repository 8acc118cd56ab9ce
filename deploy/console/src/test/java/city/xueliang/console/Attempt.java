package city.xueliang.console;

import java.util.List;

/**
 * A request that a seat tries.
 *
 * @param route as the document names it
 * @param body JSON of a POST; null for a GET
 */
record Attempt(String route, String path, String body) {
  private static final String SPAN = "&from=1763683200000&to=1763690400000";
  private static final String HISTORY = "measure=FLAME&field=events" + SPAN;
  private static final String ACTION = "{\"action\":\"ACKNOWLEDGE\",\"revision\":1}";
  private static final String SILENCE =
      "{\"kind\":\"SILENCE\",\"places\":[\"%s\"],\"rules\":[],\"from\":%d,\"to\":%d}";

  static Attempt get(String path) {
    return new Attempt("GET " + path.replaceFirst("\\?.*", ""), path, null);
  }

  /** Requests that name what the seat does not see. */
  static List<Attempt> hidden(Stranger stranger) {
    String beyond = stranger.beyond();
    String alert = "/api/alerts/" + stranger.alert();
    long now = System.currentTimeMillis();
    return List.of(
        get("/api/map?place=" + beyond),
        get("/api/alerts?place=" + beyond),
        new Attempt("GET /api/alerts/{id}", alert, null),
        new Attempt("GET /api/alerts/{id}/readings", alert + "/readings", null),
        new Attempt("POST /api/alerts/{id}/actions", alert + "/actions", ACTION),
        new Attempt(
            "POST /api/silences", "/api/silences", SILENCE.formatted(beyond, now, now + 3_600_000)),
        new Attempt(
            "POST /api/silences/{id}/end", "/api/silences/" + Stranger.FAR_SILENCE + "/end", "{}"),
        get("/api/history?" + HISTORY + "&place=" + beyond),
        get("/api/history.csv?" + HISTORY + "&place=" + beyond),
        get("/api/history.xlsx?" + HISTORY + "&place=" + beyond));
  }

  /** Requests that are answered with all that the seat sees. */
  static List<Attempt> filtered() {
    return List.of(
        get("/api/places"),
        get("/api/live"),
        get("/api/alerts"),
        get("/api/rules"),
        get("/api/coverage?level=GRID"),
        get("/api/coverage?level=DISTRICT"),
        get("/api/alarm-health?level=DISTRICT" + SPAN));
  }
}
