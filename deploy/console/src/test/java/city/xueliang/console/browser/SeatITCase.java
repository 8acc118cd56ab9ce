package city.xueliang.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.console.signin.AccessSettings;
import city.xueliang.console.signin.TestingIssuer;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.Colour;
import city.xueliang.testing.browser.Chromium;
import city.xueliang.testing.browser.Look;
import city.xueliang.testing.browser.SharedChromium;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A dispatcher of one district, who signs in at the issuer, and must not see another district. */
@ExtendWith(SharedChromium.class)
class SeatITCase {
  private static final Alert OTHERS = alert("others", TestingCity.OTHER_DISTRICT);
  private static final Alert OWN = alert("own", TestingCity.DISTRICT);

  private static TestingIssuer issuer;
  private static TestingConsole console;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    issuer = TestingIssuer.start();
    console =
        TestingConsole.start(
            folder,
            new AccessSettings(Optional.of(issuer.settings()), Optional.empty(), Optional.empty()));
    console.desk().publish(OTHERS);
    console.desk().publish(OWN);
  }

  @AfterAll
  static void stop() {
    if (console != null) {
      console.close();
    }
    issuer.close();
  }

  @Test
  void theWallShowsTheOwnDistrictOnlyAlsoOfWhatIsNew(Chromium browser) {
    try (ConsolePage wall = signedIn(browser, "/wall")) {
      wall.row(OWN.getAlertId()).waitFor();

      Alert othersNext = alert("others-next", TestingCity.OTHER_DISTRICT);
      Alert ownNext = alert("own-next", TestingCity.DISTRICT);
      console.desk().publish(othersNext);
      console.desk().publish(ownNext);

      wall.row(ownNext.getAlertId()).waitFor();
      assertThat(wall.row(othersNext.getAlertId()).count()).isZero();
      assertThat(wall.row(OTHERS.getAlertId()).count()).isZero();
      assertThat(wall.text())
          .contains(TestingCity.place(TestingCity.DISTRICT).nameZh(), "630105-dispatch-02")
          .doesNotContain(TestingCity.place(TestingCity.OTHER_DISTRICT).nameZh());
    }
  }

  @Test
  void anotherDistrictsPlaceAndAlertAreAsIfTheyWereNotThere(Chromium browser) {
    try (ConsolePage page = signedIn(browser, "/wall?place=" + TestingCity.OTHER_DISTRICT)) {
      page.expect("status of 404");
      page.page().getByText("没有这个地点").waitFor();

      page.go("/alerts/" + OTHERS.getAlertId());
      page.alert().locator("[role=alert]").waitFor();
      page.page().getByText("630105-dispatch-02").first().waitFor();
      assertThat(page.text())
          .doesNotContain(TestingCity.place(TestingCity.OTHER_DISTRICT).nameZh());
    }
  }

  @Test
  void anAlertThatTheSeatOnlySeesIsNotOfferedForWork(Chromium browser) {
    issuer.claims(token -> token.claim("places", List.of(TestingCity.OTHER_DISTRICT)));
    try (ConsolePage page = signedIn(browser, "/alerts/" + OTHERS.getAlertId())) {
      page.alert().getByText("不能处置").waitFor();

      assertThat(page.alert().locator("alert-actions button").count()).isZero();
    } finally {
      issuer.claims(token -> {});
    }
  }

  /** Comes to the view by way of the issuer. */
  private static ConsolePage signedIn(Chromium browser, String view) {
    ConsolePage page = ConsolePage.opening(browser, Look.WALL, console);
    page.expect("status of 401");
    page.go(view);
    assertThat(page.view()).isEqualTo(view);
    return page;
  }

  private static Alert alert(String name, String district) {
    return TestingCity.gas(name, TestingCity.grid(district), Colour.ORANGE).build();
  }
}
