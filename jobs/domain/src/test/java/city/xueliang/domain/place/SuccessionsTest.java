package city.xueliang.domain.place;

import static city.xueliang.domain.place.TestingPlace.district;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuccessionsTest {

  @Test
  void aCodeThatWasNeverReplacedStandsAlone() {
    assertThat(Successions.of(List.of(district().build())).chainOf("630105"))
        .containsExactly("630105");
  }

  @Test
  void aChainIsTheSameForEachOfItsCodes() {
    Successions successions =
        Successions.of(
            List.of(
                district().code("630106").replacedBy("630107").build(),
                district().code("630122").replacedBy("630106").build()));

    for (String code : List.of("630122", "630106", "630107")) {
      assertThat(successions.chainOf(code)).containsExactly("630122", "630106", "630107");
    }
  }

  @Test
  void codesThatBecameOneAllComeBeforeIt() {
    Successions successions =
        Successions.of(Map.of("630124", "630106", "630122", "630106", "630121", "630122"));

    assertThat(successions.chainOf("630106"))
        .containsExactly("630121", "630122", "630124", "630106");
    assertThat(successions.chainOf("630124")).containsExactly("630124", "630106");
  }

  @Test
  void aCycleEnds() {
    Successions successions = Successions.of(Map.of("630122", "630106", "630106", "630122"));

    assertThat(successions.chainOf("630122")).containsExactlyInAnyOrder("630122", "630106");
  }
}
