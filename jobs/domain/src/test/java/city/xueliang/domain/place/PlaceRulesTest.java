package city.xueliang.domain.place;

import static city.xueliang.domain.place.TestingPlace.city;
import static city.xueliang.domain.place.TestingPlace.community;
import static city.xueliang.domain.place.TestingPlace.district;
import static city.xueliang.domain.place.TestingPlace.grid;
import static city.xueliang.domain.place.TestingPlace.ofUnreadableLevel;
import static city.xueliang.domain.place.TestingPlace.street;
import static city.xueliang.domain.place.TestingPlace.zone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.xueliang.domain.text.Problem;
import org.junit.jupiter.api.Test;

class PlaceRulesTest {

  @Test
  void aWholeCityHasNoProblem() {
    assertThat(TestingFiles.ofCity().problems()).isEmpty();
  }

  @Test
  void aCodeMayStandOnlyOnce() {
    assertThat(TestingFiles.ofCity().with(district()).problems())
        .containsExactly(
            Problem.of(
                "places.csv", 8, "code", "registry.duplicate-code", "630105", "places.csv", 3));
  }

  @Test
  void aCitysCodeEndsInTwoZeros() {
    assertOnlyProblem(
        new TestingFiles().with(city().code("630101")), "code", "registry.code-form-city");
  }

  @Test
  void aDistrictsCodeDoesNotEndInTwoZeros() {
    assertOnlyProblem(
        new TestingFiles().with(city()).with(district().code("630100x")),
        "code",
        "registry.code-form-district");
  }

  @Test
  void aStreetsCodeHasNineDigits() {
    assertOnlyProblem(
        new TestingFiles().with(city()).with(district()).with(street().code("63010500")),
        "code",
        "registry.code-form-street");
  }

  @Test
  void aCommunitysCodeHasTwelveDigits() {
    assertOnlyProblem(
        new TestingFiles()
            .with(city())
            .with(district())
            .with(street())
            .with(community().code("63010500200")),
        "code",
        "registry.code-form-community");
  }

  @Test
  void aGridsCodeHasFifteenDigits() {
    assertOnlyProblem(
        TestingFiles.ofCity().with(grid().code("63010500200100１")),
        "code",
        "registry.code-form-grid");
  }

  @Test
  void aZonesCodeStartsWithALetter() {
    assertOnlyProblem(
        TestingFiles.ofCity().with(zone().code("1-school")), "code", "registry.code-form-zone");
  }

  @Test
  void aLongitudeEndsAt180() {
    assertOnlyProblem(
        new TestingFiles().with(city().centre(180.1, 36)), "longitude", "registry.longitude-range");
  }

  @Test
  void aLatitudeEndsAt90() {
    assertOnlyProblem(
        new TestingFiles().with(city().centre(101, -90.1)), "latitude", "registry.latitude-range");
  }

  @Test
  void anAreaIsMoreThanNothing() {
    assertOnlyProblem(
        new TestingFiles().with(city().area(0)), "areaSquareMetres", "registry.area-not-positive");
  }

  @Test
  void aRingIsClosed() {
    assertOnlyProblem(
        new TestingFiles().with(city().ring(101, 36, 102, 36, 102, 37, 101, 37)),
        "outline",
        "registry.ring-not-closed");
  }

  @Test
  void aRingHasThreeCorners() {
    assertOnlyProblem(
        new TestingFiles().with(city().ring(101, 36, 102, 36, 101, 36)),
        "outline",
        "registry.ring-too-short");
  }

  @Test
  void aRingStaysOnTheGlobe() {
    assertOnlyProblem(
        new TestingFiles().with(city().ring(101, 36, 102, 36, 36, 101, 101, 36)),
        "outline",
        "registry.outline-range");
  }

  @Test
  void aPlaceEndsAfterItBegan() {
    assertOnlyProblem(
        new TestingFiles().with(city().valid("2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z")),
        "validTo",
        "registry.validity-order");
  }

  @Test
  void onlyAGridHasAKind() {
    assertOnlyProblem(
        new TestingFiles().with(city().kind(GridKind.DEDICATED)),
        "gridKind",
        "registry.grid-kind-elsewhere");
  }

  @Test
  void onlyAZoneListsGrids() {
    assertOnlyProblem(
        TestingFiles.ofCity().with(grid().code("630105002001002").grids("630105002001001")),
        "grids",
        "registry.grids-elsewhere");
  }

  @Test
  void aZoneListsGrids() {
    assertOnlyProblem(
        new TestingFiles().with(zone().grids()), "grids", "registry.zone-without-grids");
  }

  @Test
  void aZonesGridIsKnown() {
    assertOnlyProblem(new TestingFiles().with(zone()), "grids", "registry.zone-grid-unknown");
  }

  @Test
  void aZoneConsistsOfGrids() {
    assertOnlyProblem(
        new TestingFiles().with(city()).with(zone().grids("630100")),
        "grids",
        "registry.zone-grid-level");
  }

  @Test
  void aZoneListsAGridOnce() {
    assertOnlyProblem(
        TestingFiles.ofCity()
            .with(zone().code("school-belt").grids("630105002001001", "630105002001001")),
        "grids",
        "registry.zone-grid-repeated");
  }

  @Test
  void whatCouldNotBeReadIsNotJudgedAgain() {
    assertThat(
            new TestingFiles()
                .with(city().code(null))
                .with(ofUnreadableLevel())
                .with(street())
                .problems())
        .isEmpty();
  }

  @Test
  void allProblemsOfAPlaceAreTold() {
    assertThat(
            new TestingFiles()
                .with(city().code("6301").centre(181, 91).area(-1).kind(GridKind.GENERAL))
                .problems())
        .extracting(Problem::key)
        .containsExactlyInAnyOrder(
            "registry.code-form-city",
            "registry.longitude-range",
            "registry.latitude-range",
            "registry.area-not-positive",
            "registry.grid-kind-elsewhere");
  }

  private static void assertOnlyProblem(TestingFiles files, String field, String key) {
    assertThat(files.problems())
        .extracting(Problem::field, Problem::key)
        .containsExactly(tuple(field, key));
  }
}
