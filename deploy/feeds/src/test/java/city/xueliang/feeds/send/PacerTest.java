package city.xueliang.feeds.send;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PacerTest {
  private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

  private final TestingClock clock = new TestingClock();

  @Test
  void theOriginalPaceWaitsAsLongAsTheRecordsAreApart() throws InterruptedException {
    Pacer pacer = Pacer.atSpeed(1, clock);

    await(pacer, NOON, NOON.plusSeconds(5), NOON.plusSeconds(65));

    assertThat(clock.sleeps()).containsExactly(ofSeconds(5), ofSeconds(60));
  }

  @Test
  void aMultipleOfThePacePlaysAnHourInAMinute() throws InterruptedException {
    Pacer pacer = Pacer.atSpeed(60, clock);

    await(pacer, NOON, NOON.plus(Duration.ofHours(1)));

    assertThat(clock.sleeps()).containsExactly(ofMinutes(1));
  }

  @Test
  void aRateSpreadsRecordsEvenly() throws InterruptedException {
    Pacer pacer = Pacer.atRate(4, clock);

    await(pacer, NOON, NOON, NOON);

    assertThat(clock.sleeps()).containsExactly(ofMillis(250), ofMillis(250));
  }

  @Test
  void aHighRateSleepsOnceForManyRecords() throws InterruptedException {
    Pacer pacer = Pacer.atRate(200_000, clock);

    for (int record = 0; record <= 1_000; record++) {
      await(pacer, NOON);
    }

    assertThat(clock.sleeps()).hasSize(5).allMatch(sleep -> sleep.compareTo(ofMillis(1)) >= 0);
  }

  @Test
  void afterAStallOverdueRecordsGoAtOnce() throws InterruptedException {
    Pacer pacer = Pacer.atSpeed(1, clock);
    await(pacer, NOON);
    clock.advance(ofSeconds(10));

    await(pacer, NOON.plusSeconds(3), NOON.plusSeconds(10), NOON.plusSeconds(12));

    assertThat(clock.sleeps()).containsExactly(ofSeconds(2));
  }

  @Test
  void aRecordFromBeforeItsForerunnerGoesAtOnceAndIsNoDelay() throws InterruptedException {
    Pacer pacer = Pacer.atSpeed(1, clock);

    await(pacer, NOON, NOON.plusSeconds(5), NOON.minusSeconds(60));

    assertThat(clock.sleeps()).containsExactly(ofSeconds(5));
    assertThat(pacer.behind()).isZero();
  }

  @Test
  void tellsHowFarSendingIsBehindItsSchedule() throws InterruptedException {
    Pacer pacer = Pacer.atSpeed(1, clock);
    await(pacer, NOON, NOON.plusSeconds(1));

    clock.advance(ofSeconds(7));

    assertThat(pacer.behind()).isEqualTo(ofSeconds(7));
  }

  @Test
  void beforeTheFirstRecordNothingIsBehind() {
    assertThat(Pacer.atRate(1, clock).behind()).isZero();
  }

  @Test
  void withoutAPaceNothingWaitsAndNothingIsBehind() throws InterruptedException {
    Pacer pacer = Pacer.asFastAsPossible();

    await(pacer, NOON, NOON.plusSeconds(3_600));

    assertThat(pacer.behind()).isZero();
  }

  @Test
  void anInterruptStopsEvenWhatNeedNotWait() {
    Pacer pacer = Pacer.asFastAsPossible();

    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> await(pacer, NOON)).isInstanceOf(InterruptedException.class);
  }

  @Test
  void aPaceOfZeroIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Pacer.atSpeed(0, clock));
  }

  private static void await(Pacer pacer, Instant... eventTimes) throws InterruptedException {
    for (Instant eventTime : eventTimes) {
      pacer.await(eventTime.toEpochMilli());
    }
  }
}
