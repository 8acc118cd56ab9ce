package city.xueliang.domain.place;

import static city.xueliang.domain.place.TestingPlace.city;
import static city.xueliang.domain.place.TestingPlace.community;
import static city.xueliang.domain.place.TestingPlace.district;
import static city.xueliang.domain.place.TestingPlace.grid;
import static city.xueliang.domain.place.TestingPlace.street;
import static city.xueliang.domain.place.TestingPlace.zone;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.text.Problem;
import org.junit.jupiter.api.Test;

class TreeRulesTest {

  @Test
  void aParentIsKnown() {
    assertThat(new TestingFiles().with(city()).with(street()).problems())
        .containsExactly(
            Problem.of("places.csv", 3, "parent", "registry.parent-unknown", "630105", "district"));
  }

  @Test
  void aParentMayStandBelowItsChild() {
    assertThat(new TestingFiles().with(district()).with(city()).problems()).isEmpty();
  }

  @Test
  void aParentIsOneLevelUp() {
    assertThat(
            TestingFiles.ofCity()
                .with(grid().code("630105002001009").parent("630105002"))
                .problems())
        .containsExactly(
            Problem.of(
                "places.csv",
                8,
                "parent",
                "registry.parent-level",
                "630105002",
                "street",
                "grid",
                "community"));
  }

  @Test
  void aGridsCodeStartsWithItsCommunitys() {
    assertThat(TestingFiles.ofCity().with(grid().code("630105002002001")).problems())
        .containsExactly(
            Problem.of(
                "places.csv",
                8,
                "code",
                "registry.code-not-nested",
                "630105002002001",
                "630105002001",
                "630105002001"));
  }

  @Test
  void aDistrictSharesFourDigitsWithItsCity() {
    assertThat(new TestingFiles().with(city()).with(district().code("630205")).problems())
        .containsExactly(
            Problem.of(
                "places.csv", 3, "code", "registry.code-not-nested", "630205", "6301", "630100"));
  }

  @Test
  void aZoneHasNoParent() {
    assertThat(TestingFiles.ofCity().with(zone().code("belt").parent("630105")).problems())
        .containsExactly(
            Problem.of("places.csv", 8, "parent", "registry.parent-not-allowed", "zone"));
  }

  @Test
  void aCycleIsToldOnceWithAllOfIt() {
    assertThat(
            new TestingFiles()
                .with(city())
                .with(district().parent("630105002001"))
                .with(street())
                .with(community())
                .problems())
        .filteredOn(problem -> problem.key().equals("registry.parent-cycle"))
        .containsExactly(
            Problem.of(
                "places.csv",
                3,
                "parent",
                "registry.parent-cycle",
                "630105 > 630105002001 > 630105002 > 630105"));
  }

  @Test
  void aCycleIsToldFromItsFirstPlaceInTheFilesOn() {
    assertThat(
            new TestingFiles()
                .with(grid())
                .with(community())
                .with(street())
                .with(district().parent("630105002001"))
                .problems())
        .filteredOn(problem -> problem.key().equals("registry.parent-cycle"))
        .containsExactly(
            Problem.of(
                "places.csv",
                3,
                "parent",
                "registry.parent-cycle",
                "630105002001 > 630105002 > 630105 > 630105002001"));
  }

  @Test
  void aPlaceThatIsItsOwnParentIsACycle() {
    assertThat(new TestingFiles().with(street().parent("630105002")).problems())
        .extracting(Problem::key)
        .containsExactly("registry.parent-level", "registry.parent-cycle");
  }
}
