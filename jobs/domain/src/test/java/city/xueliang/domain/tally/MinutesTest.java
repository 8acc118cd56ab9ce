package city.xueliang.domain.tally;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.observation.TestingObservation;
import org.junit.jupiter.api.Test;

class MinutesTest {
  private static final long NOON = TestingObservation.NOON.toEpochMilli();

  @Test
  void aMinuteBeginsWithItsFirstMillisecondAndEndsBeforeTheNext() {
    assertThat(Minutes.startOf(NOON)).isEqualTo(NOON);
    assertThat(Minutes.startOf(NOON + 59_999)).isEqualTo(NOON);
    assertThat(Minutes.startOf(NOON + 60_000)).isEqualTo(Minutes.endOf(NOON));
  }

  @Test
  void minutesBefore1970AreCutTheSameWay() {
    assertThat(Minutes.startOf(-1)).isEqualTo(-60_000);
  }
}
