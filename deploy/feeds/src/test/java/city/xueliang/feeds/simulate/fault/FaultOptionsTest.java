package city.xueliang.feeds.simulate.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.xueliang.feeds.simulate.option.WrongOptionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultOptionsTest {

  @Test
  void onIsRealistic() {
    assertThat(FaultOptions.parse("on")).isEqualTo(FaultOptions.REALISTIC);
  }

  @Test
  void offIsNone() {
    assertThat(FaultOptions.parse("off")).isEqualTo(FaultOptions.NONE);
  }

  @Test
  void changesOnlyWhatIsNamed() {
    FaultOptions changed = FaultOptions.parse("late=0, duplicates=0.1");
    assertThat(changed.late()).isZero();
    assertThat(changed.duplicates()).isEqualTo(0.1);
    assertThat(changed.malformed()).isEqualTo(FaultOptions.REALISTIC.malformed());
  }

  @ParameterizedTest
  @CsvSource({
    "maybe, on",
    "lateness=0.1, clock-ahead",
    "late=often, 0 to 1",
    "late=2, 0 to 1",
    "late=NaN, 0 to 1"
  })
  void saysWhatIsAllowed(String text, String allowed) {
    assertThatThrownBy(() -> FaultOptions.parse(text))
        .isInstanceOf(WrongOptionException.class)
        .hasMessageContaining(allowed);
  }
}
