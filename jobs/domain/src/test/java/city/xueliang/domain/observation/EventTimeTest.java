package city.xueliang.domain.observation;

import static city.xueliang.domain.observation.EventTime.CLOCK_TOLERANCE;
import static city.xueliang.domain.observation.EventTime.EARLIEST;
import static city.xueliang.domain.observation.EventTime.LATENESS;
import static city.xueliang.domain.observation.EventTime.LATEST;
import static city.xueliang.domain.observation.EventTime.SLACK;
import static city.xueliang.domain.observation.TestingObservation.NOON;
import static city.xueliang.domain.observation.TestingObservation.reading;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EventTimeTest {
  private static final long RECEIVED = NOON.toEpochMilli();
  private static final long MINUTE = 60_000;
  private static final long NEVER_APPENDED = -1;

  @Test
  void eventTimeIsTheDevicesOwnClock() {
    Observation slow = reading().at(NOON).receivedAfter(Duration.ofMinutes(3)).build();

    assertThat(EventTime.of(slow)).isEqualTo(NOON.toEpochMilli());
  }

  @Test
  void aClockMayBeAheadByAMinuteButNoMillisecondMore() {
    assertThat(EventTime.isClockAhead(RECEIVED + MINUTE, RECEIVED)).isFalse();
    assertThat(EventTime.isClockAhead(RECEIVED + MINUTE + 1, RECEIVED)).isTrue();
  }

  @Test
  void aRecordMayComeAnHourAfterItOccurredButNoMillisecondMore() {
    assertThat(EventTime.isLate(reading().receivedAfter(LATENESS).build())).isFalse();
    assertThat(EventTime.isLate(reading().receivedAfter(LATENESS.plusMillis(1)).build())).isTrue();
  }

  @Test
  void aFeedMayBeFiveMinutesAheadOfTheBrokerButNoMillisecondMore() {
    assertThat(EventTime.isReceivedAhead(RECEIVED, RECEIVED - 5 * MINUTE)).isFalse();
    assertThat(EventTime.isReceivedAhead(RECEIVED, RECEIVED - 5 * MINUTE - 1)).isTrue();
  }

  @Test
  void aRecordWithoutAppendTimeIsNotAheadOfTheBroker() {
    assertThat(EventTime.isReceivedAhead(RECEIVED, NEVER_APPENDED)).isFalse();
  }

  @Test
  void timesFromTheEarliestUpToTheLatestArePlausible() {
    assertThat(EventTime.isPlausible(EARLIEST.toEpochMilli())).isTrue();
    assertThat(EventTime.isPlausible(EARLIEST.toEpochMilli() - 1)).isFalse();
    assertThat(EventTime.isPlausible(LATEST.toEpochMilli() - 1)).isTrue();
    assertThat(EventTime.isPlausible(LATEST.toEpochMilli())).isFalse();
    assertThat(EventTime.isPlausible(Long.MIN_VALUE)).isFalse();
    assertThat(EventTime.isPlausible(Long.MAX_VALUE)).isFalse();
  }

  @Test
  void withoutAWatermarkNothingIsForgotten() {
    assertThat(EventTime.horizon(Long.MIN_VALUE)).isEqualTo(Long.MIN_VALUE);
    assertThat(EventTime.horizon(Long.MIN_VALUE + 1)).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void whatIsKeptReachesBackByLatenessAndSlack() {
    assertThat(EventTime.horizon(RECEIVED))
        .isEqualTo(NOON.minus(LATENESS).minus(SLACK).toEpochMilli());
  }

  @Property
  void theHorizonReachesATimeExactlyWhenItExpires(@ForAll("plausible") long time) {
    assertThat(EventTime.horizon(EventTime.expiry(time))).isEqualTo(time);
    assertThat(EventTime.horizon(EventTime.expiry(time) - 1)).isLessThan(time);
  }

  @Property
  void theHorizonNeverRunsAheadOfTheWatermarkNorBackwards(@ForAll long one, @ForAll long other) {
    long earlier = Math.min(one, other);
    long later = Math.max(one, other);

    assertThat(EventTime.horizon(earlier)).isLessThanOrEqualTo(earlier);
    assertThat(EventTime.horizon(earlier)).isLessThanOrEqualTo(EventTime.horizon(later));
  }

  @Property
  void verdictsOverflowForNoPlausibleTimes(
      @ForAll("plausible") long occurred, @ForAll("plausible") long received) {
    Instant occurredAt = Instant.ofEpochMilli(occurred);
    Instant receivedAt = Instant.ofEpochMilli(received);
    Observation observation =
        reading().at(occurredAt).receivedAfter(Duration.between(occurredAt, receivedAt)).build();

    assertThat(EventTime.isClockAhead(occurred, received))
        .isEqualTo(occurredAt.isAfter(receivedAt.plus(CLOCK_TOLERANCE)));
    assertThat(EventTime.isLate(observation))
        .isEqualTo(occurredAt.isBefore(receivedAt.minus(LATENESS)));
  }

  @Provide
  Arbitrary<Long> plausible() {
    return Arbitraries.longs().between(EARLIEST.toEpochMilli(), LATEST.toEpochMilli() - 1);
  }
}
