package city.xueliang.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.tally.Window;
import city.xueliang.store.layout.Measurement;
import city.xueliang.testing.browser.Chromium;
import city.xueliang.testing.browser.Look;
import city.xueliang.testing.browser.SharedChromium;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An analyst who looks at a history and takes it away. */
@ExtendWith(SharedChromium.class)
class HistoryITCase {
  private static final int HOURS = 30;
  private static final Instant FROM = Instant.parse("2026-11-16T02:00:00Z");
  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm");
  private static final String VIEW =
      "/history?place=%s&measure=TEMPERATURE_CELSIUS&field=max&window=HOUR&view=table&from=%d&to=%d"
          .formatted(
              TestingCity.DISTRICT,
              FROM.toEpochMilli(),
              FROM.plus(Duration.ofHours(HOURS)).toEpochMilli());

  private static TestingConsole console;

  /** An hour as the reader sees it: time, figure and state. */
  private record Shown(String time, String value, String state) {}

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    console = TestingConsole.start(folder);
    console.write(IntStream.range(0, HOURS).boxed().flatMap(HistoryITCase::hour).toList());
  }

  @AfterAll
  static void stop() {
    if (console != null) {
      console.close();
    }
  }

  @Test
  void aFileHoldsWhatTheTableShows(Chromium browser) throws Exception {
    try (ConsolePage history = ConsolePage.open(browser, Look.WALL, console, VIEW)) {
      List<Shown> table = table(history);
      assertThat(table).hasSize(HOURS);
      assertThat(table).extracting(Shown::state).contains("完整", "无数据");

      List<CSVRecord> records = csv(taken(history, "下载 CSV"));
      assertThat(records.stream().map(HistoryITCase::shown)).containsExactlyElementsOf(table);

      List<List<String>> sheet = ExcelRows.of(taken(history, "下载 Excel"));
      assertThat(sheet).hasSize(HOURS + 1);
      assertThat(sheet.stream().skip(1).map(row -> number(row.get(5))))
          .containsExactlyElementsOf(records.stream().map(each -> number(each.get(5))).toList());
    }
  }

  @Test
  void aViewIsAnAddressThatShowsTheSameToEverybody(Chromium browser) {
    try (ConsolePage one = ConsolePage.open(browser, Look.WALL, console, VIEW);
        ConsolePage other = ConsolePage.open(browser, Look.WALL, console, one.view())) {
      assertThat(table(other)).isEqualTo(table(one));
    }
  }

  private static Stream<StoreRow> hour(int hour) {
    Instant start = FROM.plus(Duration.ofHours(hour));
    StoreRow coverage =
        StoreRow.of(Measurement.COVERAGE, TestingCity.DISTRICT, Window.HOUR, start)
            .with("expected", 10)
            .with("heard", 10)
            .with("percent", 100);
    StoreRow reading =
        StoreRow.of(Measurement.SENSOR_READINGS, TestingCity.DISTRICT, Window.HOUR, start)
            .tag("quantity", "TEMPERATURE_CELSIUS")
            .with("readings", 60)
            .with("max", 20.5 + hour);
    // One hour in which nothing at all was known.
    return hour == HOURS / 2 ? Stream.of() : Stream.of(coverage, reading);
  }

  /** The oldest first, as files have it. */
  private static List<Shown> table(ConsolePage history) {
    Locator rows = history.page().locator("history-table tbody tr");
    rows.first().waitFor();
    List<Shown> shown = new ArrayList<>();
    for (Locator row : rows.all()) {
      List<String> cells = row.locator("th, td").allInnerTexts();
      // The state's sign stands before its word.
      String state = cells.get(2).replaceFirst("^[^\\p{L}]+", "");
      shown.add(0, new Shown(cells.get(0), cells.get(1), state));
    }
    return shown;
  }

  private static Path taken(ConsolePage history, String button) {
    Download download =
        history
            .page()
            .waitForDownload(
                () ->
                    history
                        .page()
                        .getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button))
                        .click());
    return download.path();
  }

  private static List<CSVRecord> csv(Path file) throws IOException {
    String text = Files.readString(file).replace("\uFEFF", "");
    try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
      return parser.getRecords().stream().skip(1).toList();
    }
  }

  private static Shown shown(CSVRecord record) {
    OffsetDateTime at = OffsetDateTime.parse(record.get(3));
    return new Shown(
        SHOWN.format(at), record.get(5).isEmpty() ? "–" : record.get(5), record.get(6));
  }

  private static double number(String cell) {
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }
}
