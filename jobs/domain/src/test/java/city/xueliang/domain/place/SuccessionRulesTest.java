package city.xueliang.domain.place;

import static city.xueliang.domain.place.TestingPlace.city;
import static city.xueliang.domain.place.TestingPlace.district;
import static city.xueliang.domain.place.TestingPlace.zone;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.text.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuccessionRulesTest {

  @Test
  void aSuccessorNeedNotBeInTheFiles() {
    assertThat(
            TestingFiles.ofCity().with(district().code("630122").replacedBy("630106")).problems())
        .isEmpty();
    assertThat(TestingFiles.ofCity().with(zone().code("old").replacedBy("new")).problems())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"630100", "630106001", "xiaoqiao", "六三"})
  void aSuccessorIsOfTheSameLevel(String successor) {
    assertThat(
            TestingFiles.ofCity().with(district().code("630122").replacedBy(successor)).problems())
        .containsExactly(
            Problem.of(
                "places.csv", 8, "replacedBy", "registry.successor-level", successor, "district"));
  }

  @Test
  void noPlaceReplacesItself() {
    assertThat(
            TestingFiles.ofCity().with(district().code("630122").replacedBy("630122")).problems())
        .containsExactly(
            Problem.of(
                "places.csv", 8, "replacedBy", "registry.successor-cycle", "630122 > 630122"));
  }

  @Test
  void aCycleIsToldOnceWithAllOfIt() {
    assertThat(
            new TestingFiles()
                .with(city())
                .with(district().code("630122").replacedBy("630106"))
                .with(district().code("630106").replacedBy("630107"))
                .with(district().code("630107").replacedBy("630122"))
                .problems())
        .containsExactly(
            Problem.of(
                "places.csv",
                3,
                "replacedBy",
                "registry.successor-cycle",
                "630122 > 630106 > 630107 > 630122"));
  }

  @Test
  void aLevelThatCouldNotBeReadIsNotJudged() {
    assertThat(
            new TestingFiles()
                .with(city())
                .with(TestingPlace.ofUnreadableLevel().replacedBy("630122"))
                .problems())
        .isEmpty();
  }
}
