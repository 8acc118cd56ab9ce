package city.xueliang.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.schemas.Alert;
import city.xueliang.schemas.AlertState;
import city.xueliang.schemas.Colour;
import city.xueliang.schemas.ReasonCode;
import city.xueliang.testing.browser.Chromium;
import city.xueliang.testing.browser.Look;
import city.xueliang.testing.browser.SharedChromium;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A seat that is told of an alert and works it. */
@Tag("timed")
@ExtendWith(SharedChromium.class)
class AlertWorkITCase {
  private static final Duration TOLD = Duration.ofSeconds(1);
  private static final Duration EFFECT = Duration.ofMillis(300);

  private static TestingConsole console;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    console = TestingConsole.start(folder);
  }

  @AfterAll
  static void stop() {
    if (console != null) {
      console.close();
    }
  }

  @Test
  void anAlertIsShownWithinASecondOfItsRecord(Chromium browser) {
    try (ConsolePage wall = ConsolePage.open(browser, Look.WALL, console, "/wall")) {
      String id = opened("told", Colour.ORANGE);

      assertThat(timeUntilShown(wall.row(id))).isLessThan(TOLD);
    }
  }

  @Test
  void aRedAlertAnnouncesItselfOnEveryPage(Chromium browser) {
    try (ConsolePage rules = ConsolePage.open(browser, Look.WALL, console, "/rules")) {
      String id = opened("announced", Colour.RED);

      assertThat(timeUntilShown(banner(rules, id))).isLessThan(TOLD);
    }
  }

  @Test
  void aRedAlertIsNamedAlsoWhileAnotherIsUnseen(Chromium browser) {
    try (ConsolePage wall = ConsolePage.open(browser, Look.WALL, console, "/wall")) {
      banner(wall, opened("unseen", Colour.RED)).waitFor();

      String second = opened("next", Colour.RED);

      assertThat(timeUntilShown(banner(wall, second))).isLessThan(TOLD);
    }
  }

  @Test
  void anAlertIsWorkedToItsEndByKeysAlone(Chromium browser) {
    List<Duration> effects = new ArrayList<>();
    try (ConsolePage wall = ConsolePage.open(browser, Look.WALL.atDesk(), console, "/wall")) {
      for (String name : List.of("first", "second", "third")) {
        effects.addAll(workedByKeys(wall, opened(name, Colour.ORANGE)));

        Alert worked = console.desk().alert(TestingCity.id(name));
        assertThat(worked.getState()).isEqualTo(AlertState.CLOSED);
        assertThat(worked.getReasonCode()).isEqualTo(ReasonCode.HANDLED);
      }
    }
    assertThat(median(effects)).as("of %s", effects).isLessThan(EFFECT);
  }

  @Test
  void aFormIsLeftBeforeTheAlert(Chromium browser) {
    String id = opened("left", Colour.ORANGE);
    try (ConsolePage wall = ConsolePage.open(browser, Look.WALL, console, "/alerts/" + id)) {
      wall.alert().locator("[data-action=CLOSE][aria-disabled=false]").waitFor();
      wall.page().keyboard().press("C");
      wall.alert().locator("alert-form").waitFor();

      wall.page().keyboard().press("Escape");
      assertThat(wall.alert().locator("alert-form").count()).isZero();
      assertThat(wall.view()).isEqualTo("/alerts/" + id);
      assertThat(wall.focused()).isEqualTo("CLOSE");

      wall.page().keyboard().press("Escape");
      assertThat(wall.view()).isEqualTo("/wall");
    }
  }

  @Test
  void aShelvedAlertLeavesTheListAndSaysWhereItIs(Chromium browser) {
    String id = opened("shelved", Colour.ORANGE);
    try (ConsolePage wall = ConsolePage.open(browser, Look.WALL, console, "/alerts/" + id)) {
      wall.alert().locator("[data-action=SHELVE][aria-disabled=false]").click();
      wall.alert().locator("alert-form button").first().click();

      wall.alert().locator("[data-action=UNSHELVE][aria-disabled=false]").click();
      wall.alert().locator("[data-action=SHELVE][aria-disabled=false]").waitFor();
    }
  }

  @Test
  void anAlertThatTheTopicDropsLeavesTheWall(Chromium browser) {
    Alert dropped =
        TestingCity.gas("dropped", TestingCity.grid(TestingCity.DISTRICT), Colour.ORANGE).build();
    console.desk().publish(dropped);
    try (ConsolePage wall = ConsolePage.open(browser, Look.WALL, console, "/wall")) {
      wall.row(dropped.getAlertId()).waitFor();

      console.desk().forget(dropped);

      wall.row(dropped.getAlertId())
          .waitFor(new WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }
  }

  private static Locator banner(ConsolePage page, String alert) {
    return page.page().locator("red-banner a[href*='%s']".formatted(alert));
  }

  private static String opened(String name, Colour colour) {
    Alert alert = TestingCity.gas(name, TestingCity.grid(TestingCity.DISTRICT), colour).build();
    console.desk().publish(alert);
    return alert.getAlertId();
  }

  /** From the list to the end; how long each action took to show its effect. */
  private static List<Duration> workedByKeys(ConsolePage wall, String id) {
    wall.row(id).waitFor();
    wall.press("Tab", id);
    wall.page().keyboard().press("Enter");
    wall.alert().locator("[data-action=ACKNOWLEDGE][aria-disabled=false]").waitFor();
    Duration acknowledged = timeOf(wall, "A", "已接警");
    awaitDone(wall, "ON_SITE");
    Duration onSite = timeOf(wall, "S", "已到场");
    awaitDone(wall, "CLOSE");
    wall.page().keyboard().press("C");
    wall.alert().locator("alert-form").waitFor();
    Duration closed = timeOf(wall, "1", "已结束");
    wall.page().keyboard().press("Escape");
    return List.of(acknowledged, onSite, closed);
  }

  private static Duration timeOf(ConsolePage wall, String key, String state) {
    long start = System.nanoTime();
    wall.page().keyboard().press(key);
    wall.alert().locator(".head .state").getByText(state).waitFor();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Returns when the action before is confirmed and the next one can be done. */
  private static void awaitDone(ConsolePage wall, String next) {
    wall.alert().locator("[data-action=%s][aria-disabled=false]".formatted(next)).waitFor();
  }

  private static Duration median(List<Duration> durations) {
    return durations.stream().sorted().skip(durations.size() / 2).findFirst().orElseThrow();
  }

  private static Duration timeUntilShown(Locator shown) {
    long start = System.nanoTime();
    shown.waitFor();
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
