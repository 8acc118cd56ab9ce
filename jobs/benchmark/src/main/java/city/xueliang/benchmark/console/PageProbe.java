package city.xueliang.benchmark.console;

import city.xueliang.testing.browser.Chromium;
import city.xueliang.testing.browser.Look;
import city.xueliang.testing.browser.WatchedPage;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Opens the console's page in a real browser and looks how it keeps up. */
final class PageProbe {
  private static final int OPENINGS = 3;
  private static final int SETTLING_MILLIS = 3_000;
  private static final double PATIENCE_MILLIS = 30_000;

  private static final String WATCH_LONG_TASKS =
      "window.longTasks = [];"
          + " new PerformanceObserver(list => list.getEntries()"
          + ".forEach(each => window.longTasks.push(each.duration))).observe({type: 'longtask'});";
  private static final String FIRST_PAINT =
      "() => performance.getEntriesByName('first-contentful-paint')[0].startTime";

  /** Elements of the map are in shadow trees. */
  private static final String MAP_IS_DRAWN =
      """
      least => {
        const count = root => [...root.querySelectorAll('*')].reduce(
            (sum, each) => sum + (each.shadowRoot ? count(each.shadowRoot) : 0),
            root.querySelectorAll('[data-code]').length);
        return count(document) >= least ? performance.now() : false;
      }""";

  private final String url;
  private final int grids;

  /** Of the page of a console on this machine that shows so many grids. */
  PageProbe(int port, int grids) {
    this.url = "http://127.0.0.1:" + port + "/";
    this.grids = grids;
  }

  PageFigures look(Duration span) {
    double firstPaint = 0;
    double map = 0;
    try (Chromium chromium = Chromium.start()) {
      for (int opening = 1; ; opening++) {
        try (WatchedPage watched = chromium.open(Look.WALL)) {
          Page page = watched.page();
          map = Math.max(map, open(page));
          firstPaint = Math.max(firstPaint, number(page.evaluate(FIRST_PAINT)));
          if (opening == OPENINGS) {
            return watch(page, span, firstPaint, map);
          }
        }
      }
    }
  }

  /** Milliseconds to the map. */
  private double open(Page page) {
    page.addInitScript(WATCH_LONG_TASKS);
    page.navigate(url);
    return number(
        page.waitForFunction(
                MAP_IS_DRAWN, grids, new Page.WaitForFunctionOptions().setTimeout(PATIENCE_MILLIS))
            .jsonValue());
  }

  private static PageFigures watch(Page page, Duration span, double firstPaint, double map) {
    page.waitForTimeout(SETTLING_MILLIS);
    CDPSession session = page.context().newCDPSession(page);
    LongAdder bytes = new LongAdder();
    session.on("Network.dataReceived", data -> bytes.add(data.get("dataLength").getAsLong()));
    session.send("Network.enable");
    session.send("Performance.enable");
    page.evaluate("window.longTasks = []");
    double workedBefore = worked(session);
    page.waitForTimeout((double) span.toMillis());
    double worked = worked(session) - workedBefore;
    double longest = number(page.evaluate("() => Math.max(0, ...window.longTasks)"));
    int longTasks = (int) number(page.evaluate("() => window.longTasks.length"));
    return new PageFigures(
        firstPaint,
        map,
        longest,
        longTasks,
        100_000 * worked / (double) span.toMillis(),
        bytes.sum() * Duration.ofHours(1).toMillis() / span.toMillis());
  }

  /** Seconds. */
  private static double worked(CDPSession session) {
    for (var metric : session.send("Performance.getMetrics").getAsJsonArray("metrics")) {
      JsonObject figure = metric.getAsJsonObject();
      if (figure.get("name").getAsString().equals("TaskDuration")) {
        return figure.get("value").getAsDouble();
      }
    }
    throw new IllegalStateException("The browser does not tell how long it worked");
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }
}
