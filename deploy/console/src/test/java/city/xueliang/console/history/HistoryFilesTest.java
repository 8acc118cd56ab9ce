package city.xueliang.console.history;

import static city.xueliang.testing.Moments.NOON;
import static city.xueliang.testing.Moments.minutes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.console.history.Spreadsheet.Cell;
import city.xueliang.console.http.SmallTown;
import city.xueliang.console.page.PageTexts;
import city.xueliang.console.store.MemoryHistory;
import city.xueliang.domain.observation.Measure;
import city.xueliang.domain.tally.Window;
import city.xueliang.domain.text.Texts;
import city.xueliang.store.reading.Metric;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files hold what the page shows, cell by cell. */
@TestInstance(Lifecycle.PER_CLASS)
class HistoryFilesTest {
  private static final Metric TILT = Metric.of(Measure.TILT_DEGREE);
  private static final Instant WEEK_BEFORE = NOON.minus(Duration.ofDays(7));
  private static final String QUESTION =
      "place=%s&place=%s&measure=TILT_DEGREE&field=mean&compare=WEEK&from=%d&to=%d"
          .formatted(
              SmallTown.STREET, SmallTown.ZONE, NOON.toEpochMilli(), minutes(6).toEpochMilli());

  private static final Texts CHINESE = PageTexts.in(Locale.SIMPLIFIED_CHINESE);

  private final MemoryHistory store = new MemoryHistory();
  private HistoryDesk desk;

  /** A row of a file, with what a reader makes of its cells. */
  private record FileRow(
      String place,
      String name,
      String span,
      OffsetDateTime at,
      OffsetDateTime was,
      Double value,
      String state,
      Double heard) {}

  @BeforeAll
  void start() {
    tilt(SmallTown.STREET, minutes(0), -3.25, 4);
    tilt(SmallTown.STREET, minutes(1), 1e-7, 3);
    tilt(SmallTown.STREET, WEEK_BEFORE, 0.1 + 0.2, 4);
    tilt(SmallTown.ZONE, minutes(2), 179.5, 4);
    store.cover(SmallTown.ZONE, Window.MINUTE, minutes(3), 4, 1);
    desk = new HistoryDesk(store, HistoryDesk.SHANGHAI, minutes(4));
  }

  @AfterAll
  void stop() {
    desk.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void csvHoldsWhatIsShown(String language) throws IOException {
    HttpResponse<byte[]> answer = desk.get("/api/history.csv?" + QUESTION, language);
    String csv = new String(answer.body(), UTF_8);

    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
    assertThat(csv).startsWith("\uFEFF");
    List<FileRow> rows = new ArrayList<>();
    try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(csv.substring(1)))) {
      List<CSVRecord> records = parser.getRecords();
      assertThat(records.get(0).values()).containsExactly(header(language));
      records.stream().skip(1).map(HistoryFilesTest::row).forEach(rows::add);
    }
    assertThat(rows).isEqualTo(shown(language, "'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void excelHoldsWhatIsShown(String language) throws Exception {
    Spreadsheet file = new Spreadsheet(desk.get("/api/history.xlsx?" + QUESTION, language).body());

    assertThat(file.frozenRows(1)).isEqualTo(1);
    List<Map<String, Cell>> rows = file.rows(1);
    assertThat(rows.stream().skip(1).map(HistoryFilesTest::row).toList())
        .isEqualTo(shown(language, ""));
    // Whole ones are marked by no colour.
    assertThat(rows.get(1).get("F").style()).isZero();
    assertThat(rows.get(2).get("F").style()).isPositive();
    assertThat(rows.get(3).get("G").style()).isPositive();
  }

  @Test
  void aSecondSheetTellsWhatWasAskedByWhichSeat() throws Exception {
    Spreadsheet file = new Spreadsheet(desk.get("/api/history.xlsx?" + QUESTION).body());

    assertThat(file.sheetNames()).containsExactly("历史", "说明");
    assertThat(file.rows(2))
        .extracting(row -> row.get("A").value() + ": " + row.get("B").value())
        .containsExactly(
            "地点: =小桥\",大街（630105001）",
            "地点: 庙会（festival-street）",
            "指标: %s（°）".formatted(tilt(CHINESE)),
            "时段: 2026-11-21 12:00 +08:00 – 2026-11-21 12:06 +08:00",
            "时间粒度: " + CHINESE.text("window.MINUTE"),
            "时区: Asia/Shanghai",
            "导出时间: 2026-11-21 12:04 +08:00",
            "导出席位: 630105-desk-01",
            "对比时段: " + CHINESE.text("compare.WEEK"),
            CHINESE.text("point.COMPLETE") + ": 3 行：时段已结束，全部设备均有上报。",
            CHINESE.text("point.OPEN") + ": 4 行：时段未结束，或最新数据尚未到齐。",
            CHINESE.text("point.PARTIAL") + ": 1 行：部分设备没有上报，数值可能偏低。",
            CHINESE.text("point.QUIET") + ": 1 行：设备在线，没有发生。",
            CHINESE.text("point.MISSING") + ": 13 行：没有数据，不代表为零。");
  }

  @Test
  void aFilesNameTellsWhatIsInIt() {
    String disposition =
        desk.get("/api/history.csv?" + QUESTION)
            .headers()
            .firstValue("Content-Disposition")
            .orElseThrow();

    assertThat(disposition)
        .startsWith(
            "attachment; filename=\"TILT_DEGREE-mean-630105001-20261121-20261121.csv\"; filename*=UTF-8''")
        .matches("[\\x20-\\x7e]+");
    assertThat(URLDecoder.decode(disposition.substring(disposition.indexOf("''") + 2), UTF_8))
        .isEqualTo(CHINESE.text("measure.TILT_DEGREE") + "-mean-_小桥_大街等2处-20261121-20261121.csv");
  }

  @Test
  void timesTellWhichOfTwoHoursIsMeantWhereClocksGoBack() {
    Instant first = Instant.parse("2026-10-25T00:00:00Z");
    try (HistoryDesk berlin = new HistoryDesk(store, ZoneId.of("Europe/Berlin"), NOON)) {
      String csv =
          new String(
              berlin
                  .get(
                      "/api/history.csv?place=630105&measure=FLAME&field=events&window=HOUR&from=%d&to=%d"
                          .formatted(
                              first.toEpochMilli(), first.plus(Duration.ofHours(2)).toEpochMilli()))
                  .body(),
              UTF_8);

      assertThat(csv).contains("2026-10-25T02:00:00+02:00").contains("2026-10-25T02:00:00+01:00");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void everythingThatCanBeAskedForHasAName(String language) {
    Texts names = PageTexts.in(Texts.language(language));

    for (Measured measure : Measures.ALL) {
      assertThat(names.text("measure." + measure.id())).isNotEmpty();
      assertThat(names.text("measuregroup." + measure.group())).isNotEmpty();
      for (Field field : measure.fields()) {
        assertThat(names.text("field." + field.name())).isNotEmpty();
        if (field.unit() != null) {
          assertThat(names.text("unit." + field.unit())).isNotEmpty();
        }
      }
    }
  }

  private static String[] header(String language) {
    return language.equals("zh")
        ? new String[] {"地点编码", "地点", "时段", "时间", "实际时间", tilt(CHINESE) + "（°）", "数据状态", "在线率（%）"}
        : new String[] {
          "place code",
          "place",
          "span",
          "time",
          "its own time",
          tilt(PageTexts.in(Locale.ENGLISH)) + " (°)",
          "state",
          "devices heard (%)"
        };
  }

  private static String tilt(Texts names) {
    return names.text("measure.TILT_DEGREE") + " · " + names.text("field.mean");
  }

  /** What the page shows, in the words of a language. */
  private List<FileRow> shown(String language, String beforeFormula) {
    Texts names = PageTexts.in(Locale.forLanguageTag(language));
    List<FileRow> rows = new ArrayList<>();
    for (JsonNode series : desk.json(QUESTION).get("series")) {
      String place = series.get("place").asText();
      boolean isStreet = place.equals(SmallTown.STREET);
      String zone = language.equals("zh") ? "庙会" : "Temple Fair";
      for (JsonNode point : series.get("points")) {
        rows.add(
            new FileRow(
                place,
                isStreet ? beforeFormula + "=小桥\",大街" : zone,
                names.text("compare." + series.get("compare").asText()),
                time(point.get("at")),
                time(point.has("was") ? point.get("was") : point.get("at")),
                point.has("value") ? point.get("value").asDouble() : null,
                names.text("point." + point.get("state").asText()),
                point.has("heard") ? point.get("heard").asDouble() : null));
      }
    }
    assertThat(rows).hasSize(22);
    return rows;
  }

  private static OffsetDateTime time(JsonNode millis) {
    return Instant.ofEpochMilli(millis.asLong()).atZone(HistoryDesk.SHANGHAI).toOffsetDateTime();
  }

  private static FileRow row(CSVRecord cells) {
    return new FileRow(
        cells.get(0),
        cells.get(1),
        cells.get(2),
        OffsetDateTime.parse(cells.get(3)),
        OffsetDateTime.parse(cells.get(4)),
        cells.get(5).isEmpty() ? null : Double.valueOf(cells.get(5)),
        cells.get(6),
        cells.get(7).isEmpty() ? null : Double.valueOf(cells.get(7)));
  }

  /** Texts must be texts, numbers numbers, and times numbers that are shown as times. */
  private static FileRow row(Map<String, Cell> cells) {
    return new FileRow(
        text(cells.get("A")),
        text(cells.get("B")),
        text(cells.get("C")),
        time(cells.get("D"), cells.get("I")),
        time(cells.get("E"), cells.get("I")),
        number(cells.get("F")),
        text(cells.get("G")),
        number(cells.get("H")));
  }

  private static String text(Cell cell) {
    assertThat(cell.type()).isEqualTo("s");
    return cell.value();
  }

  private static OffsetDateTime time(Cell cell, Cell offset) {
    assertThat(cell.type()).isEqualTo("n");
    assertThat(cell.style()).isPositive();
    return OffsetDateTime.parse(cell.time() + text(offset));
  }

  private static Double number(Cell cell) {
    if (cell == null) {
      return null;
    }
    assertThat(cell.type()).isEqualTo("n");
    return Double.valueOf(cell.value());
  }

  private void tilt(String place, Instant minute, double mean, long heard) {
    store.put(place, TILT, Window.MINUTE, minute, Map.of("readings", 1L, "mean", mean));
    store.cover(place, Window.MINUTE, minute, 4, heard);
  }
}
