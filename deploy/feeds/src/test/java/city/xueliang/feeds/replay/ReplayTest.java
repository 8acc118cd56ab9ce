package city.xueliang.feeds.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.xueliang.domain.text.Texts;
import city.xueliang.feeds.send.Pacer;
import city.xueliang.schemas.CameraEvent;
import city.xueliang.schemas.CameraKind;
import city.xueliang.schemas.Quantity;
import city.xueliang.schemas.SensorReading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
  private static final Instant NOON = Instant.parse("2026-06-01T04:00:00Z");
  private static final String HEAD_COUNTS =
      """
      missing: [NA]
      time: {column: at, pattern: "yyyy-MM-dd HH:mm", zone: Asia/Shanghai}
      received: {column: got, pattern: "yyyy-MM-dd HH:mm", zone: Asia/Shanghai}
      device: {column: counter, prefix: "63010500001320"}
      kind: CROWD_COUNT
      count: {column: heads}
      confidence: {column: sure}
      """;
  private static final String HEADER = "counter,at,got,heads,sure\n";

  @TempDir private Path folder;

  private final TestingSink sink = new TestingSink();
  private final List<String> told = new ArrayList<>();
  private Optional<Instant> startAt = Optional.empty();
  private boolean strict;
  private long limit = Long.MAX_VALUE;

  /** Keeps what is sent. */
  private static final class TestingSink implements RecordSink {
    private final List<CameraEvent> events = new ArrayList<>();
    private final List<SensorReading> readings = new ArrayList<>();

    @Override
    public void send(CameraEvent event) {
      events.add(event);
    }

    @Override
    public void send(SensorReading reading) {
      readings.add(reading);
    }
  }

  @Test
  void rowsGoOutInTheOrderOfTheFile() throws Exception {
    replay(HEAD_COUNTS, HEADER + row("2", "09:00", "31") + row("1", "08:00", "7"));

    assertThat(sink.events)
        .extracting(CameraEvent::getDeviceId, CameraEvent::getCount)
        .containsExactly(tuple("63010500001320000002", 31), tuple("63010500001320000001", 7));
  }

  @Test
  void anEventHasWhatItsRowHas() throws Exception {
    replay(HEAD_COUNTS, HEADER + "2,2026-03-02 08:00,2026-03-02 08:01,31,0.5\n");

    CameraEvent event = sink.events.get(0);
    assertThat(event.getKind()).isEqualTo(CameraKind.CROWD_COUNT);
    assertThat(event.getOccurredAt()).isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));
    assertThat(event.getReceivedAt()).isEqualTo(Instant.parse("2026-03-02T00:01:00Z"));
    assertThat(event.getConfidence()).isEqualTo(0.5f);
    assertThat(event.getRegion()).isNull();
  }

  @Test
  void withoutATimeOfReceiptARecordWasReceivedWhenItOccurred() throws Exception {
    replay(HEAD_COUNTS, HEADER + row("2", "08:00", "31"));

    CameraEvent event = sink.events.get(0);
    assertThat(event.getReceivedAt()).isEqualTo(event.getOccurredAt());
  }

  @Test
  void aReadingHasWhatItsRowHas() throws Exception {
    replay(
        """
        time: {column: at, pattern: iso}
        device: {column: id}
        quantity: {column: what, names: {speed: SPEED_KPH}}
        value: {column: value}
        """,
        "id,at,what,value\n63010500061340000001,2026-03-02T08:00:00+08:00,speed,63.5\n");

    SensorReading reading = sink.readings.get(0);
    assertThat(reading.getDeviceId()).isEqualTo("63010500061340000001");
    assertThat(reading.getQuantity()).isEqualTo(Quantity.SPEED_KPH);
    assertThat(reading.getValue()).isEqualTo(63.5);
    assertThat(reading.getOccurredAt()).isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));
  }

  @Test
  void aRowWithoutValueIsSkippedAndNoMistake() throws Exception {
    Replay replay = replay(HEAD_COUNTS, HEADER + row("2", "08:00", "") + row("2", "09:00", "NA"));

    assertThat(replay.missing()).isEqualTo(2);
    assertThat(replay.sent()).isZero();
    assertThat(told).isEmpty();
  }

  @Test
  void aBadRowIsToldWithLineColumnAndReasonAndTheOthersGoOut() throws Exception {
    Replay replay =
        replay(
            HEAD_COUNTS,
            HEADER
                + "2,yesterday,,31,\n"
                + row("2", "08:00", "many")
                + row("2", "08:00", "-1")
                + row("2", "08:00", "1.5")
                + row("east", "08:00", "1")
                + row("", "08:00", "1")
                + "2,2026-03-02 08:00\n"
                + "2,2026-03-02 08:00,,31,2\n"
                + row("2", "08:00", "31"));

    assertThat(replay.events()).isEqualTo(1);
    assertThat(told)
        .containsExactly(
            "counts.csv:2: at: the time \"yesterday\" does not follow the format yyyy-MM-dd HH:mm"
                + " [time-unreadable]",
            "counts.csv:3: heads: \"many\" is no number; decimals follow a point, thousands are"
                + " not separated [number-unreadable]",
            "counts.csv:4: heads: -1 is outside the range of CROWD_COUNT: 0 to 1000000"
                + " [out-of-range]",
            "counts.csv:5: heads: a count must be a whole number, not 1.5 [count-not-whole]",
            "counts.csv:6: counter: \"east\" must be a number of at most 6 digits, to follow the"
                + " prefix [device-number]",
            "counts.csv:7: counter: must not be empty [cell-empty]",
            "counts.csv:8: heads: this row has only 2 columns, the header has 5 [cell-absent]",
            "counts.csv:9: sure: \"2\" must be a number from 0 to 1 [share-range]");
  }

  @Test
  void strictStopsAtTheFirstBadRow() throws Exception {
    strict = true;

    Replay replay = replay(HEAD_COUNTS, HEADER + row("2", "08:00", "x") + row("2", "09:00", "1"));

    assertThat(replay.sent()).isZero();
    assertThat(told).hasSize(1);
  }

  @Test
  void aQuoteThatNeverClosesEndsTheFileAndIsTold() throws Exception {
    Replay replay = replay(HEAD_COUNTS, HEADER + row("2", "08:00", "1") + "\"2,2026-03-02\n");

    assertThat(replay.sent()).isEqualTo(1);
    assertThat(told).singleElement().asString().startsWith("counts.csv:").endsWith("[csv-broken]");
  }

  @Test
  void shiftedTimesBeginNowAndKeepTheirDistances() throws Exception {
    startAt = Optional.of(NOON);

    replay(
        HEAD_COUNTS, HEADER + "2,2026-03-02 08:00,2026-03-02 08:02,1,\n" + row("2", "09:00", "2"));

    assertThat(sink.events)
        .extracting(CameraEvent::getOccurredAt)
        .containsExactly(NOON, NOON.plusSeconds(3_600));
    assertThat(sink.events.get(0).getReceivedAt()).isEqualTo(NOON.plusSeconds(120));
  }

  @Test
  void aSecondReplayHasTheSameEventIds() throws Exception {
    String rows = HEADER + row("2", "08:00", "1") + row("2", "08:00", "1");

    replay(HEAD_COUNTS, rows);
    replay(HEAD_COUNTS, rows);

    List<Object> ids = new ArrayList<>();
    sink.events.forEach(event -> ids.add(event.getEventId()));
    assertThat(ids.subList(2, 4)).isEqualTo(ids.subList(0, 2));
    assertThat(ids.get(0)).isNotEqualTo(ids.get(1));
  }

  @Test
  void theLimitEndsTheReplay() throws Exception {
    limit = 1;

    assertThat(replay(HEAD_COUNTS, HEADER + row("2", "08:00", "1") + row("2", "09:00", "2")).sent())
        .isEqualTo(1);
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstColumn() throws Exception {
    assertThat(replay(HEAD_COUNTS, "\uFEFF" + HEADER + row("2", "08:00", "1")).sent()).isEqualTo(1);
  }

  @Test
  void aHeaderWithoutAColumnOfTheMappingIsAProblem() throws Exception {
    Path file = write("counter,at,got,heads,heads\n");
    Mapping mapping = mapping(HEAD_COUNTS);

    try (RecordedFile recorded = RecordedFile.open(file, ',', StandardCharsets.UTF_8)) {
      Texts texts = Texts.of(Replay.class, Locale.ENGLISH);
      assertThat(recorded.problems(mapping.columns().toList()))
          .extracting(problem -> problem.text(texts).replace(folder + "/", ""))
          .containsExactly(
              "counts.csv:1: heads: the header has this column 2 times; it must be there once"
                  + " [column-twice]",
              "counts.csv:1: sure: the header has no such column; it has: counter, at, got,"
                  + " heads, heads [column-absent]");
    }
  }

  private static String row(String counter, String time, String heads) {
    return counter + ",2026-03-02 " + time + ",," + heads + ",\n";
  }

  private Replay replay(String mappingText, String csv) throws Exception {
    Mapping mapping = mapping(mappingText);
    Texts texts = Texts.of(Replay.class, Locale.ENGLISH);
    try (RecordedFile recorded =
        RecordedFile.open(write(csv), mapping.separator(), mapping.charset())) {
      Replay replay =
          new Replay(
              recorded,
              new RowReader("counts.csv", mapping, recorded.header()),
              new AvroRecords("counts.csv"),
              new BadRows(texts, line -> told.add(line.replace(folder + "/", ""))),
              new Replay.Options(startAt, limit, strict),
              Pacer.asFastAsPossible());
      replay.run(sink);
      return replay;
    }
  }

  private static Mapping mapping(String text) {
    return MappingReader.read("m.yaml", text).mapping().orElseThrow();
  }

  private Path write(String csv) throws IOException {
    return Files.writeString(folder.resolve("counts.csv"), csv);
  }
}
