package city.xueliang.domain.place;

import static city.xueliang.domain.place.TestingPlace.district;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuccessionsTest {
  private static final String OLDEST = "630121";
  private static final String OLDER = "630122";
  private static final String OTHER = "630123";
  private static final String NOW = "630106";

  private final Successions successions =
      Successions.of(Map.of(OLDEST, OLDER, OLDER, NOW, OTHER, NOW));

  @ParameterizedTest
  @CsvSource({OLDEST + "," + NOW, OLDER + "," + NOW, NOW + "," + NOW, "630105,630105"})
  void theCurrentCodeIsTheLastOne(String code, String current) {
    assertThat(successions.current(code)).isEqualTo(current);
  }

  @Test
  void aRegistryTellsWhatReplacedWhat() {
    Successions successions =
        Successions.of(
            List.of(
                district().code("630106").build(),
                district().code("630122").replacedBy("630106").build()));

    assertThat(successions.chain("630106")).containsExactly("630122", "630106");
  }

  @Test
  void aChainHoldsWhatCameBeforeAndAfter() {
    assertThat(successions.chain(OLDER)).containsExactly(OLDEST, OLDER, NOW);
  }

  @Test
  void theChainOfACodeThatSeveralBecameHoldsThemAll() {
    assertThat(successions.chain(NOW)).containsExactly(OLDEST, OLDER, OTHER, NOW);
  }

  @Test
  void aCodeThatNothingReplacedIsAChainOfItsOwn() {
    assertThat(successions.chain("630105")).containsExactly("630105");
    assertThat(Successions.NONE.chain(NOW)).containsExactly(NOW);
  }

  @Test
  void zonesCanBeReplaced() {
    assertThat(Successions.of(Map.of("old-town", "festival-street")).chain("festival-street"))
        .containsExactly("old-town", "festival-street");
  }

  @ParameterizedTest
  @CsvSource({"630122,630106001", "630122,630100", "630122,old-town", "'x y',old-town"})
  void aCodeOfAnotherLevelReplacesNone(String older, String newer) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Successions.of(Map.of(older, newer)))
        .withMessage("'%s' cannot replace '%s'; allowed: codes of the same level", newer, older);
  }

  @Test
  void codesCannotReplaceEachOther() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Successions.of(Map.of(OLDER, NOW, NOW, OLDER)))
        .withMessageContaining("that replace each other; allowed: a last one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Successions.of(Map.of(OLDER, OLDER)))
        .withMessageContaining("'630122' is replaced by codes that replace each other");
  }
}
