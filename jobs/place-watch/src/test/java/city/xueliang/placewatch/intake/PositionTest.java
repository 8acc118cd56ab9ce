package city.xueliang.placewatch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PositionTest {
  private static final Position NEWEST = new Position(10, 2_000);

  @Test
  void anEntryThatIsReadAgainIsBefore() {
    assertThat(new Position(9, 1_000).isBefore(NEWEST)).isTrue();
    assertThat(new Position(9, 2_000).isBefore(NEWEST)).isTrue();
  }

  @Test
  void theNewestEntryIsNotBeforeItself() {
    assertThat(NEWEST.isBefore(NEWEST)).isFalse();
  }

  @Test
  void aLaterEntryIsNotBeforeAlsoIfItsPublishersClockIsBehind() {
    assertThat(new Position(11, 1_000).isBefore(NEWEST)).isFalse();
  }

  @Test
  void anEntryOfATopicThatWasMadeAnewIsNotBefore() {
    assertThat(new Position(0, 2_001).isBefore(NEWEST)).isFalse();
  }
}
