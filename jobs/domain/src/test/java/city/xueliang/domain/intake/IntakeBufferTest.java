package city.xueliang.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class IntakeBufferTest {
  /**
   * A record that came.
   *
   * @param reason for which it was rejected; {@link IntakeRow#NONE} if it was taken
   */
  private record Came(String topic, String reason, long minute, long lagMillis) {}

  @Property
  void whateverTheOrderAndWheneverItIsDrainedTheRowsAreThoseOfAPlainCount(
      @ForAll("records") List<Came> records, @ForAll @IntRange(min = 1, max = 5) int drainEvery) {
    IntakeBuffer buffer = new IntakeBuffer();
    List<IntakeRow> parts = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      add(buffer, records.get(i));
      if (i % drainEvery == 0) {
        buffer.drain(parts::add);
      }
    }
    buffer.drain(parts::add);

    assertThat(merged(parts)).isEqualTo(plain(records));
  }

  @Property
  void aDrainedBufferIsEmpty(@ForAll("records") List<Came> records) {
    IntakeBuffer buffer = new IntakeBuffer();
    records.forEach(record -> add(buffer, record));
    buffer.drain(part -> {});
    List<IntakeRow> parts = new ArrayList<>();

    buffer.drain(parts::add);

    assertThat(parts).isEmpty();
  }

  @Property
  void whatIsSentOnGrowsWithTheRowsAndNotWithTheRecords(@ForAll("records") List<Came> records) {
    IntakeBuffer buffer = new IntakeBuffer();
    records.forEach(record -> add(buffer, record));
    List<IntakeRow> parts = new ArrayList<>();

    buffer.drain(parts::add);

    assertThat(parts).hasSameSizeAs(merged(parts).keySet());
  }

  private static void add(IntakeBuffer buffer, Came record) {
    if (record.reason.equals(IntakeRow.NONE)) {
      buffer.addTaken(record.topic, record.minute, record.lagMillis);
    } else {
      buffer.addRejected(record.topic, record.reason, record.minute, record.lagMillis);
    }
  }

  private static Map<String, IntakeCounts> merged(List<IntakeRow> parts) {
    Map<String, IntakeCounts> rows = new HashMap<>();
    parts.forEach(
        part ->
            rows.merge(
                key(part.topic(), part.reason(), part.minute()),
                part.counts(),
                IntakeCounts::plus));
    return rows;
  }

  private static Map<String, IntakeCounts> plain(List<Came> records) {
    Map<String, IntakeCounts> rows = new HashMap<>();
    for (Came of : records) {
      long read = 0;
      long rejected = 0;
      long lag = 0;
      for (Came other : records) {
        if (other.topic.equals(of.topic) && other.minute == of.minute) {
          lag = Math.max(lag, other.lagMillis);
          if (other.reason.equals(of.reason)) {
            read++;
            rejected += other.reason.equals(IntakeRow.NONE) ? 0 : 1;
          }
        }
      }
      boolean isTaken = of.reason.equals(IntakeRow.NONE);
      rows.put(
          key(of.topic, of.reason, of.minute),
          new IntakeCounts(read, rejected, 0, 0, isTaken ? lag : 0));
      // The lag of a minute stands with those taken, even where there are none.
      rows.putIfAbsent(key(of.topic, IntakeRow.NONE, of.minute), new IntakeCounts(0, 0, 0, 0, lag));
    }
    return rows;
  }

  private static String key(String topic, String reason, long minute) {
    return topic + ' ' + reason + ' ' + minute;
  }

  @Provide
  Arbitrary<List<Came>> records() {
    return Combinators.combine(
            Arbitraries.of("camera-events", "devices"),
            Arbitraries.of(IntakeRow.NONE, IntakeRow.NONE, "UNREADABLE", "BAD_FIELD"),
            Arbitraries.of(-60_000L, 0L, 60_000L),
            Arbitraries.longs().between(0, 5))
        .as(Came::new)
        .list()
        .ofMaxSize(40);
  }
}
