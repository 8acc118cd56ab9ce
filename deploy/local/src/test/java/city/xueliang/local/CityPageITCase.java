package city.xueliang.local;

import city.xueliang.domain.place.Registry;
import city.xueliang.feeds.simulate.city.CityOptions;
import city.xueliang.feeds.simulate.city.SimulatedCity;
import city.xueliang.local.CityProcess.CityPorts;
import city.xueliang.testing.browser.Chromium;
import city.xueliang.testing.browser.Look;
import city.xueliang.testing.browser.SharedChromium;
import city.xueliang.testing.browser.WatchedPage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The page of a whole city: what a seat does there goes through the real job and comes back. */
@ExtendWith(SharedChromium.class)
class CityPageITCase {
  private static final double SCALE = 0.05;
  private static final double PACE = 500;
  private static final double LONGEST_START_MILLIS = 30_000;
  private static final Registry REGISTRY = SimulatedCity.xining(new CityOptions(1, SCALE, PACE));

  @TempDir private Path folder;

  @Test
  void anAlertOfTheJobIsWorkedToItsEnd(Chromium browser) throws Exception {
    CityPorts ports = CityPorts.free();
    try (CityProcess city =
            CityProcess.start(folder.resolve("data"), ports, "--rate=0", "--scale=" + SCALE);
        WatchedPage watched = browser.open(Look.WALL)) {
      city.awaitReady();
      Page page = watched.page();
      page.navigate("http://127.0.0.1:" + ports.console() + "/wall");
      page.locator("wall-figures").waitFor(new WaitForOptions().setTimeout(LONGEST_START_MILLIS));

      GasLeak.at(REGISTRY, 1, city.kafka());

      page.locator("red-banner").getByText(GasLeak.RULE).waitFor();
      Locator row =
          page.locator("alert-list [data-alert]")
              .filter(new FilterOptions().setHasText(GasLeak.RULE));
      row.click();
      Locator alert = page.locator("alert-view");
      work(alert, "ACKNOWLEDGE", "已接警");
      work(alert, "ON_SITE", "已到场");
      alert.locator("[data-action=CLOSE][aria-disabled=false]").click();
      alert.locator("alert-form button").first().click();
      alert.locator(".state").getByText("已结束").waitFor();
      row.waitFor(new WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }
  }

  private static void work(Locator alert, String action, String state) {
    alert.locator("[data-action=%s][aria-disabled=false]".formatted(action)).click();
    alert.locator(".head .state").getByText(state).waitFor();
  }
}
