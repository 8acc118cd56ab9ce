package city.xueliang.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.schemas.Alert;
import city.xueliang.schemas.Colour;
import city.xueliang.testing.browser.Chromium;
import city.xueliang.testing.browser.Look;
import city.xueliang.testing.browser.SharedChromium;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A wall that loses its server and finds it again. */
@Tag("timed")
@ExtendWith(SharedChromium.class)
class ConnectionITCase {
  private static final Duration NOTICED = Duration.ofMillis(1_500);

  private TestingConsole console;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    console = TestingConsole.start(folder);
  }

  @AfterEach
  void stop() {
    if (console != null) {
      console.close();
    }
  }

  @Test
  void aLostServerIsToldWithinASecondAndNoAlertIsMissed(Chromium browser) {
    Alert before = alert("before");
    console.desk().publish(before);
    try (ConsolePage wall = ConsolePage.open(browser, Look.WALL, console, "/wall")) {
      wall.expect("ERR_|/api/");
      wall.row(before.getAlertId()).waitFor();
      Locator bar = wall.page().locator("connection-bar .bar");

      long lost = System.nanoTime();
      console.stopServer();
      bar.waitFor();
      assertThat(Duration.ofNanos(System.nanoTime() - lost)).isLessThan(NOTICED);
      assertThat(bar.textContent()).contains("秒");
      assertThat(wall.row(before.getAlertId()).isVisible()).isTrue();

      List<Alert> meanwhile =
          IntStream.range(0, 20).mapToObj(number -> alert("meanwhile-" + number)).toList();
      console.desk().publish(meanwhile);
      console.startServer();

      meanwhile.forEach(alert -> wall.row(alert.getAlertId()).waitFor());
      assertThat(bar.count()).isZero();
    }
  }

  @Test
  void whatTheTopicDroppedWhileNoServerRanIsNotShownAnyMore(Chromium browser) throws Exception {
    Alert dropped = alert("dropped");
    Alert kept = alert("kept");
    console.desk().publish(dropped);
    console.desk().publish(kept);
    try (ConsolePage wall = ConsolePage.open(browser, Look.WALL, console, "/wall")) {
      wall.expect("ERR_|/api/");
      wall.row(dropped.getAlertId()).waitFor();
      console.stopServer();
      wall.page().locator("connection-bar .bar").waitFor();

      console.dropOldestAlerts(1);
      console.startServer();

      wall.row(dropped.getAlertId())
          .waitFor(new WaitForOptions().setState(WaitForSelectorState.DETACHED));
      assertThat(wall.row(kept.getAlertId()).isVisible()).isTrue();
    }
  }

  private static Alert alert(String name) {
    return TestingCity.gas(name, TestingCity.grid(TestingCity.DISTRICT), Colour.RED).build();
  }
}
