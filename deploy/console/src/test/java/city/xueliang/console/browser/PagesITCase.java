package city.xueliang.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.place.Level;
import city.xueliang.domain.tally.Window;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.Colour;
import city.xueliang.store.layout.Measurement;
import city.xueliang.testing.browser.Chromium;
import city.xueliang.testing.browser.Look;
import city.xueliang.testing.browser.SharedChromium;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every page, and the way through the city. */
@ExtendWith(SharedChromium.class)
class PagesITCase {
  private static final Alert RED = alert("red", TestingCity.DISTRICT, Colour.RED);
  private static final Alert YELLOW = alert("yellow", TestingCity.OTHER_DISTRICT, Colour.YELLOW);

  private static TestingConsole console;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    console = TestingConsole.start(folder);
    console.desk().publish(List.of(RED, YELLOW));
    console.write(coverage());
  }

  @AfterAll
  static void stop() {
    if (console != null) {
      console.close();
    }
  }

  static Stream<String> views() {
    return Stream.of(
        "/wall", "/alerts/" + RED.getAlertId(), "/history", "/coverage", "/alarm-health", "/rules");
  }

  @ParameterizedTest
  @MethodSource("views")
  void everyPageIsReadableInBothThemesAndLanguages(String view, Chromium browser) {
    for (Look look :
        List.of(Look.WALL, Look.WALL.light(), Look.WALL.in("en").atDesk().light().still())) {
      try (ConsolePage page = ConsolePage.open(browser, look, console, view)) {
        page.settle();
        assertThat(page.faintTexts()).as(look.toString()).isEmpty();
        assertThat(page.scrollsSideways()).as(look.toString()).isFalse();
      }
    }
  }

  @Test
  void theWallGoesDownFromTheCityToAGridAndBackUp(Chromium browser) {
    String grid = RED.getPlace();
    try (ConsolePage wall = ConsolePage.open(browser, Look.WALL, console, "/wall")) {
      for (String code :
          List.of(grid.substring(0, 6), grid.substring(0, 9), grid.substring(0, 12))) {
        wall.page().locator("city-map [data-code='%s']".formatted(grid)).click();
        wall.page().waitForURL("**/wall?place=" + code);
        assertThat(wall.page().locator("place-trail [aria-current]").textContent())
            .contains(TestingCity.place(code).nameZh());
      }
      wall.row(RED.getAlertId()).waitFor();
      assertThat(wall.row(YELLOW.getAlertId()).count()).isZero();

      wall.page().goBack();
      assertThat(wall.view()).isEqualTo("/wall?place=" + grid.substring(0, 9));
      wall.page().locator("place-trail a").first().click();
      wall.row(YELLOW.getAlertId()).waitFor();
    }
  }

  @Test
  void theMapIsWalkedWithoutAMouse(Chromium browser) {
    try (ConsolePage wall = ConsolePage.open(browser, Look.WALL, console, "/wall")) {
      wall.page().locator("city-map [data-region]").first().focus();
      String first = wall.focused();
      wall.page().keyboard().press("ArrowLeft");
      wall.page().keyboard().press("ArrowDown");
      String other = wall.focused();
      assertThat(other).isNotEqualTo(first);

      wall.page().keyboard().press("Enter");
      wall.page().waitForURL("**/wall?place=" + other);
      wall.page().locator("city-map [data-region^='%s']".formatted(other)).first().focus();
      wall.page().keyboard().press("Backspace");
      wall.page().waitForURL("**/wall?place=" + TestingCity.CITY);
    }
  }

  @Test
  void theLanguageIsSwitchedAtOnceAndRemembered(Chromium browser) {
    try (ConsolePage wall = ConsolePage.open(browser, Look.WALL, console, "/wall")) {
      Locator rule = wall.row(RED.getAlertId()).locator(".rule");
      rule.getByText("可燃气体一级报警").waitFor();

      wall.page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("EN")).click();
      rule.getByText("Combustible gas, first stage").waitFor();
      assertThat(wall.page().locator("html").getAttribute("lang")).startsWith("en");

      wall.go("/rules");
      wall.page().getByText("Combustible gas, first stage").first().waitFor();
      assertThat(wall.text()).doesNotContain("可燃气体");
    }
  }

  private static List<StoreRow> coverage() {
    Instant minute = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(1, ChronoUnit.MINUTES);
    return TestingCity.REGISTRY.places().stream()
        .filter(place -> place.level() != Level.ZONE)
        .map(
            place ->
                StoreRow.of(Measurement.COVERAGE, place.code(), Window.MINUTE, minute)
                    .with("expected", 20)
                    .with("heard", 18)
                    .with("percent", 90)
                    .with("silent", 2)
                    .with("longest_silence_s", 400))
        .toList();
  }

  private static Alert alert(String name, String district, Colour colour) {
    return TestingCity.gas(name, TestingCity.grid(district), colour).build();
  }
}
