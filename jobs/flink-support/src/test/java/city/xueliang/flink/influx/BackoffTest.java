package city.xueliang.flink.influx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = new Backoff(Patience.DEFAULT, new Random(7));

  @Test
  void pausesDoubleUpToTheLimitAndAreCutByHalfAtMost() {
    List<Long> most = List.of(100L, 200L, 400L, 800L, 1_600L, 3_200L, 5_000L, 5_000L);
    List<Duration> pauses =
        Stream.generate(() -> backoff.next(Duration.ZERO)).limit(most.size()).toList();

    assertThat(pauses)
        .zipSatisfy(
            most,
            (pause, limit) ->
                assertThat(pause)
                    .isBetween(Duration.ofMillis(limit / 2), Duration.ofMillis(limit)));
  }

  @Test
  void twoWritersDoNotPauseAlike() {
    Backoff other = new Backoff(Patience.DEFAULT, new Random(8));

    assertThat(backoff.next(Duration.ZERO)).isNotEqualTo(other.next(Duration.ZERO));
  }

  @Test
  void theServersWishLengthensAPause() {
    assertThat(backoff.next(Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void theServersWishHasALimit() {
    assertThat(backoff.next(Duration.ofHours(2))).isEqualTo(Duration.ofSeconds(60));
  }
}
