package city.xueliang.domain.rule;

import static city.xueliang.domain.rule.TestingRule.rule;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThresholdRuleTest {
  private static final String GRID = "630105002001001";

  @Test
  void aRuleWithoutPlacesCoversTheWholeCity() {
    assertThat(rule().build().coversGrid(GRID)).isTrue();
  }

  @Test
  void aPlaceOfAnyLevelCoversTheGridsBelowIt() {
    assertThat(rule().places("630100").build().coversGrid(GRID)).isTrue();
    assertThat(rule().places("630105").build().coversGrid(GRID)).isTrue();
    assertThat(rule().places("630105002").build().coversGrid(GRID)).isTrue();
    assertThat(rule().places("630105002001").build().coversGrid(GRID)).isTrue();
    assertThat(rule().places(GRID).build().coversGrid(GRID)).isTrue();
  }

  @Test
  void anyOneOfItsPlacesIsEnough() {
    assertThat(rule().places("630102", "630105002").build().coversGrid(GRID)).isTrue();
  }

  @Test
  void gridsOfOtherPlacesAreNotCovered() {
    assertThat(rule().places("630102", "630200", "630105002001002").build().coversGrid(GRID))
        .isFalse();
  }
}
