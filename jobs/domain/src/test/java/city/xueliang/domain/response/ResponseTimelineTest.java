package city.xueliang.domain.response;

import static city.xueliang.domain.observation.TestingObservation.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.rule.Colour;
import city.xueliang.domain.tally.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ResponseTimelineTest {
  private static final int AFTER_ALL_SECONDS = 700;

  @Test
  void anOutageOfDaysIsMadeUpForAsFarAsPeopleLookBack() {
    ResponseTimeline timeline = timeline();
    timeline.take(TestingResponse.opened(NOON), NOON.toEpochMilli(), TestingResponse.WINDOWS);
    Instant back = NOON.plusSeconds(3 * 24 * 3_600L);

    List<PlaceResponse> rows = new ArrayList<>();
    timeline.advance(back.toEpochMilli(), TestingResponse.WINDOWS, rows::add);

    assertThat(rows).filteredOn(row -> row.window() == Window.DAY).hasSize(4);
    assertThat(rows).filteredOn(row -> row.window() == Window.HOUR).hasSize(1 + 49);
    assertThat(rows).filteredOn(row -> row.window() == Window.MINUTE).hasSize(1 + 60);
    assertThat(rows).allMatch(row -> row.summary().open() == 1);
  }

  @Test
  void whatIsTooLateCountsInTheFirstWindowThatCanBeCorrected() {
    Instant now = NOON.plusSeconds(3_600);
    ResponseTimeline timeline = timeline();
    timeline.take(TestingResponse.opened(NOON), now.toEpochMilli(), TestingResponse.WINDOWS);

    Map<Window, PlaceResponse> newest = new TreeMap<>();
    timeline.advance(
        now.toEpochMilli(), TestingResponse.WINDOWS, row -> newest.putIfAbsent(row.window(), row));

    assertThat(newest.get(Window.MINUTE).windowStart())
        .isEqualTo(NOON.plusSeconds(3_000).toEpochMilli());
  }

  /** Each pair is when an alert opened and how long it lasted, in seconds. */
  @Property(tries = 50)
  void theLastRowsAreTheSameInAnyOrderOfSteps(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 300) Integer> opened,
      @ForAll long seed) {
    List<ResponseStep> steps = new ArrayList<>();
    for (int second : opened) {
      steps.add(TestingResponse.opened(NOON.plusSeconds(second)));
      steps.add(TestingResponse.acknowledged(NOON.plusSeconds(second + 7L), 7));
      steps.add(TestingResponse.cleared(NOON.plusSeconds(second + 90L)));
    }
    List<ResponseStep> shuffled = new ArrayList<>(steps);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(lastRows(shuffled)).isEqualTo(lastRows(steps));
  }

  /** Takes the steps in while the clock goes on, so that some come after their windows ended. */
  private static Map<String, ResponseSummary> lastRows(List<ResponseStep> steps) {
    ResponseTimeline timeline = timeline();
    Map<String, ResponseSummary> last = new TreeMap<>();
    long now = NOON.toEpochMilli();
    long end = NOON.plusSeconds(AFTER_ALL_SECONDS / 2).toEpochMilli();
    for (ResponseStep step : steps) {
      now = Math.min(end, now + 20_000);
      timeline.take(step, now, TestingResponse.WINDOWS);
      timeline.advance(now, TestingResponse.WINDOWS, row -> put(row, last));
    }
    timeline.advance(
        NOON.plusSeconds(AFTER_ALL_SECONDS).toEpochMilli(),
        TestingResponse.WINDOWS,
        row -> put(row, last));
    // A window is sent in which nothing turned out to be open only where it was thought to be.
    last.values().removeIf(summary -> summary.opened() + summary.cleared() + summary.open() == 0);
    return last;
  }

  private static void put(PlaceResponse row, Map<String, ResponseSummary> last) {
    last.put(row.window() + " " + row.windowStart(), row.summary());
  }

  private static ResponseTimeline timeline() {
    return new ResponseTimeline(TestingResponse.GRID, "630105", "gas", Colour.RED);
  }
}
