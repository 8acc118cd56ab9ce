package city.xueliang.placewatch.tally;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static city.xueliang.testing.Moments.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.tally.PlacePartial;
import city.xueliang.domain.tally.Tallies;
import city.xueliang.placewatch.watch.GridObservation;
import city.xueliang.testing.Town;
import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CombinePartialsOperatorTest {
  private OneInputStreamOperatorTestHarness<GridObservation, PlacePartial> combine;

  @BeforeEach
  void open() throws Exception {
    combine = new OneInputStreamOperatorTestHarness<>(new CombinePartials<>());
    combine.open();
  }

  @AfterEach
  void close() throws Exception {
    combine.close();
  }

  @Test
  void whatComesForAPlaceAndMinuteLeavesAsOneWhenTheMinuteIsOver() throws Exception {
    send(Town.GRID, NOON, 12);
    send(Town.GRID, seconds(59), 3);
    reach(minutes(1).minusMillis(2));
    assertThat(output()).isEmpty();

    reach(minutes(1).minusMillis(1));

    assertThat(output()).containsExactly(partial(Town.GRID, NOON, 12, 3));
  }

  @Test
  void itLeavesBeforeTheWatermarkDoes() throws Exception {
    send(Town.GRID, NOON, 12);
    reach(minutes(1));

    assertThat(combine.getOutput())
        .containsExactly(
            new StreamRecord<>(partial(Town.GRID, NOON, 12)),
            new Watermark(minutes(1).toEpochMilli()));
  }

  @Test
  void placesAndMinutesStayApart() throws Exception {
    send(Town.GRID, NOON, 12);
    send(Town.NEXT_GRID, NOON, 3);
    send(Town.GRID, minutes(1), 5);

    reach(minutes(2));

    assertThat(output())
        .containsExactlyInAnyOrder(
            partial(Town.GRID, NOON, 12),
            partial(Town.NEXT_GRID, NOON, 3),
            partial(Town.GRID, minutes(1), 5));
  }

  @Test
  void nothingIsBufferedAcrossABarrier() throws Exception {
    send(Town.GRID, NOON, 12);

    combine.prepareSnapshotPreBarrier(1);

    assertThat(output()).containsExactly(partial(Town.GRID, NOON, 12));
    reach(minutes(1));
    assertThat(output()).hasSize(1);
  }

  @Test
  void theEndOfTheInputLetsAllGo() throws Exception {
    send(Town.GRID, NOON, 12);

    combine.endInput();

    assertThat(output()).isEmpty();
    combine.getOneInputOperator().finish();
    assertThat(output()).containsExactly(partial(Town.GRID, NOON, 12));
  }

  @Test
  void itNeverHoldsMoreThanSoMuch() throws Exception {
    for (int i = 0; i < 20_000; i++) {
      send(Town.GRID, minutes(i), 1);
    }

    assertThat(output()).hasSize(20_000);
  }

  @Test
  void whatComesAfterItsMinuteWaitsForTheNextWatermark() throws Exception {
    reach(minutes(5));
    send(Town.GRID, NOON, 12);
    send(Town.GRID, NOON, 3);
    assertThat(output()).isEmpty();

    reach(minutes(5).plusMillis(200));

    assertThat(output()).containsExactly(partial(Town.GRID, NOON, 12, 3));
  }

  private void send(String grid, Instant occurredAt, int count) throws Exception {
    combine.processElement(
        new StreamRecord<>(
            new GridObservation(grid, Measure.CROWD_COUNT, occurredAt.toEpochMilli(), count, 1)));
  }

  private void reach(Instant watermark) throws Exception {
    combine.processWatermark(watermark.toEpochMilli());
  }

  private List<PlacePartial> output() {
    return combine.extractOutputValues();
  }

  private static PlacePartial partial(String grid, Instant minute, double... counts) {
    Tallies tallies = new Tallies();
    for (double count : counts) {
      tallies.add(Measure.CROWD_COUNT, count, 1);
    }
    return new PlacePartial(grid, Town.DISTRICT, minute.toEpochMilli(), tallies);
  }
}
