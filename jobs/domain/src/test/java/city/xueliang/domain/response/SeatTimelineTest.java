package city.xueliang.domain.response;

import static city.xueliang.domain.observation.TestingObservation.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.rule.CommandLevel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SeatTimelineTest {
  @Test
  void nothingIsLeftWhenItsLastDayCanNoLongerBeCorrected() {
    SeatTimeline timeline = new SeatTimeline(TestingResponse.SEAT);
    timeline.take(
        TestingResponse.alarm(Colour.RED, "a", NOON), NOON.toEpochMilli(), TestingResponse.WINDOWS);
    timeline.take(
        TestingResponse.ended(NOON.plusSeconds(5), NOON),
        NOON.toEpochMilli(),
        TestingResponse.WINDOWS);
    long midnight = NOON.plus(Duration.ofHours(12)).toEpochMilli();

    timeline.advance(midnight, TestingResponse.WINDOWS, row -> {}, row -> {});
    assertThat(timeline.isOver()).isFalse();
    timeline.advance(
        timeline.nextDue(midnight, TestingResponse.WINDOWS),
        TestingResponse.WINDOWS,
        row -> {},
        row -> {});

    assertThat(timeline.isOver()).isTrue();
  }

  @Property(tries = 100)
  void peakAndFloodAreThoseOfEveryTenMinutes(
      @ForAll @Size(max = 60) List<@IntRange(max = 59) Integer> alarms) {
    AlarmMinutes minutes = new AlarmMinutes();
    long start = NOON.toEpochMilli();
    alarms.forEach(minute -> minutes.add(start + minute * 60_000L));

    long peak = 0;
    long flood = 0;
    for (int end = 0; end < 60; end++) {
      int last = end;
      long inSpan = alarms.stream().filter(at -> at <= last && at > last - 10).count();
      peak = Math.max(peak, inSpan);
      flood += inSpan >= 10 ? 1 : 0;
    }

    assertThat(minutes.load(start, start + 60 * 60_000L))
        .isEqualTo(new AlarmMinutes.Load(peak, flood));
  }

  @Test
  void ofTooManySourcesTheWorstStay() {
    SourceCounts counts = new SourceCounts();
    for (int times = 0; times < 5; times++) {
      counts.add(new AlarmSource("gas", "worst", TestingResponse.GRID));
    }
    for (int source = 0; source < 2 * SourceCounts.MOST; source++) {
      counts.add(new AlarmSource("gas", "s" + source, TestingResponse.GRID));
    }

    assertThat(counts.worst(1))
        .containsExactly(
            new SourceCounts.Count(new AlarmSource("gas", "worst", TestingResponse.GRID), 5));
    assertThat(counts.worst(10 * SourceCounts.MOST)).hasSize(SourceCounts.MOST);
  }

  @Test
  void aSeatIsOfThePlaceOrTheLowestAboveIt() {
    String grid = TestingResponse.GRID;
    List<List<String>> seats = new ArrayList<>();
    seats.add(Seats.of(grid, "630105", CommandLevel.COMMUNITY, CommandLevel.CITY));
    seats.add(Seats.of("630105001", "630105", CommandLevel.COMMUNITY, CommandLevel.STREET));
    seats.add(Seats.of("belt", "630105", CommandLevel.COMMUNITY, CommandLevel.STREET));
    seats.add(Seats.of("belt", "630100", CommandLevel.STREET, CommandLevel.STREET));

    assertThat(seats)
        .containsExactly(
            List.of("630105001001", "630105001", "630105", "630100"),
            List.of("630105001"),
            List.of("630105"),
            List.of("630100"));
  }
}
