package city.xueliang.local;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.place.Level;
import city.xueliang.domain.place.Place;
import city.xueliang.domain.place.Registry;
import city.xueliang.feeds.simulate.city.CityOptions;
import city.xueliang.feeds.simulate.city.SimulatedCity;
import city.xueliang.local.CityProcess.CityPorts;
import city.xueliang.testing.browser.Chromium;
import city.xueliang.testing.browser.Look;
import city.xueliang.testing.browser.SharedChromium;
import city.xueliang.testing.browser.WatchedPage;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes a picture of each page of the simulated city. They are put into {@code target/screenshots},
 * or into the folder that the system property {@code xueliang.screenshots} names; then the city has
 * {@code xueliang.screenshots.minutes} (10) minutes before, so that there is something to see.
 */
@ExtendWith(SharedChromium.class)
class ScreenshotsITCase {
  private static final double RATE = 500;
  private static final Registry REGISTRY = SimulatedCity.xining(new CityOptions(1, 1, RATE));
  private static final String FOLDER = System.getProperty("xueliang.screenshots");
  private static final Duration BEFORE =
      FOLDER == null
          ? Duration.ZERO
          : Duration.ofMinutes(Integer.getInteger("xueliang.screenshots.minutes", 10));
  private static final Duration LIMIT = BEFORE.plusMinutes(2);
  private static final Look DESK = Look.WALL.atDesk().still();

  /** The pages in the looks in which README shows them. */
  private static final Map<String, Look> LOOKS =
      new TreeMap<>(
          Map.of(
              "wall",
              Look.WALL.still(),
              "alerts",
              DESK,
              "history",
              DESK.light(),
              "coverage",
              DESK.in("en"),
              "alarm-health",
              DESK.light().in("en"),
              "rules",
              DESK));

  /** What is there last of each page. */
  private static final Map<String, String> SHOWN =
      Map.of(
          "wall", "city-map svg .cell",
          "alerts", "alert-view alert-timeline li",
          "history", "history-chart canvas",
          "coverage", "coverage-page h1",
          "alarm-health", "alarm-health-page h1",
          "rules", "rule-card");

  @TempDir private Path data;

  @Test
  void everyPageHasAPicture(Chromium browser) throws Exception {
    Path pictures =
        Files.createDirectories(Path.of(FOLDER == null ? "target/screenshots" : FOLDER));
    CityPorts ports = CityPorts.free();
    try (CityProcess city =
        CityProcess.start(data.resolve("city"), ports, "--rate=" + RATE).awaitReady()) {
      String url = "http://127.0.0.1:" + ports.console();
      long ready = System.nanoTime();
      Awaitility.await("minutes of the city")
          .atMost(LIMIT)
          .until(() -> System.nanoTime() - ready >= BEFORE.toNanos());
      GasLeak.at(REGISTRY, 3, city.kafka());
      String alert = newestAlert(browser, url);
      for (Map.Entry<String, Look> page : LOOKS.entrySet()) {
        String path =
            switch (page.getKey()) {
              case "alerts" -> "/alerts/" + alert;
              case "history" -> crowdsOfDistricts();
              case "alarm-health" -> "/alarm-health?level=COMMUNITY";
              default -> "/" + page.getKey();
            };
        take(
            browser,
            page.getKey(),
            page.getValue(),
            url + path,
            pictures.resolve(page.getKey() + ".png"));
      }
    }
    try (var taken = Files.list(pictures)) {
      assertThat(taken).hasSizeGreaterThanOrEqualTo(LOOKS.size());
    }
  }

  private static String crowdsOfDistricts() {
    return REGISTRY.places().stream()
        .filter(place -> place.level() == Level.DISTRICT)
        .map(Place::code)
        .limit(4)
        .map("place=%s&"::formatted)
        .collect(
            Collectors.joining("", "/history?", "measure=CROWD_COUNT&field=count_max&span=hour"));
  }

  private static String newestAlert(Chromium browser, String url) {
    try (WatchedPage watched = browser.open(Look.WALL)) {
      watched.page().navigate(url + "/wall");
      return watched.page().locator("alert-list [data-alert]").first().getAttribute("data-alert");
    }
  }

  private static void take(Chromium browser, String name, Look look, String url, Path picture) {
    try (WatchedPage watched = browser.open(look)) {
      Page page = watched.page();
      page.navigate(url);
      page.locator(SHOWN.get(name)).first().waitFor();
      page.locator("main p[role=status]")
          .first()
          .waitFor(new WaitForOptions().setState(WaitForSelectorState.DETACHED));
      page.screenshot(new ScreenshotOptions().setPath(picture));
    }
  }
}
