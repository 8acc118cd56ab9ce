package city.xueliang.domain.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureTest {
  @Test
  void noTwoMeasuresHaveTheSameCode() {
    assertThat(Stream.of(Measure.values()).map(Measure::code)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void aMeasureIsFoundByItsCodeWhichFitsAByte(Measure measure) {
    assertThat(measure.code()).isBetween(1, 127);
    assertThat(Measure.ofCode(measure.code())).isEqualTo(measure);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 127, 128})
  void aCodeOfNoMeasureIsNamed(int code) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Measure.ofCode(code))
        .withMessage("No measure has the code " + code);
  }

  @ParameterizedTest
  @EnumSource
  void theEndsOfTheRangeAreAllowedAndNothingBeyond(Measure measure) {
    assertThat(measure.allows(measure.least())).isTrue();
    assertThat(measure.allows(measure.greatest())).isTrue();
    assertThat(measure.allows(Math.nextDown(measure.least()))).isFalse();
    assertThat(measure.allows(Math.nextUp(measure.greatest()))).isFalse();
    assertThat(measure.allows(Double.NaN)).isFalse();
  }

  @Test
  void onlyReadingsAndCountsHaveValues() {
    assertThat(Measure.GAS_LEL_PERCENT.isValued()).isTrue();
    assertThat(Measure.CROWD_COUNT.isValued()).isTrue();
    assertThat(Measure.FLAME.isValued()).isFalse();
  }
}
