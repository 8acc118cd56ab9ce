package city.xueliang.console.history;

import city.xueliang.console.history.HistoryTable.About;
import city.xueliang.console.history.HistoryTable.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table as an Excel workbook: numbers and times are numbers and times. Excel knows no time zones,
 * so times are the city's, and their offset stands in the column after the table's own.
 */
final class ExcelFile {
  private static final String PROGRAM = "Xueliang";
  private static final String PROGRAM_VERSION = "1.0";
  private static final String TIME = "yyyy-mm-dd hh:mm";
  private static final String HEADER = "D9E2EC";
  private static final String NOT_WHOLE = "FFF2CC";

  private static final int AT = 3;
  private static final int WAS = 4;
  private static final int VALUE = 5;
  private static final int STATE = 6;
  private static final int HEARD = 7;
  private static final int OFFSET = 8;
  private static final List<Integer> WIDTHS = List.of(18, 24, 14, 18, 18, 28, 20, 12, 10);
  private static final List<Integer> ABOUT_WIDTHS = List.of(24, 80);

  private ExcelFile() {}

  static byte[] of(HistoryTable table) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, PROGRAM, PROGRAM_VERSION)) {
      rows(book.newWorksheet(table.title()), table);
      about(book.newWorksheet(table.aboutTitle()), table.about());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void rows(Worksheet sheet, HistoryTable table) {
    for (int column = 0; column < OFFSET; column++) {
      sheet.value(0, column, table.columns().get(column));
    }
    sheet.value(0, OFFSET, table.offsetTitle());
    sheet.range(0, 0, 0, OFFSET).style().bold().fillColor(HEADER).wrapText(true).set();
    sheet.freezePane(0, 1);
    widths(sheet, WIDTHS);
    int at = 1;
    for (Row row : table.rows()) {
      row(sheet, at, row);
      at++;
    }
    sheet.setAutoFilter(0, 0, at - 1, OFFSET);
  }

  private static void row(Worksheet sheet, int at, Row row) {
    sheet.value(at, 0, row.place());
    sheet.value(at, 1, row.name());
    sheet.value(at, 2, row.span());
    time(sheet, at, AT, row.at());
    time(sheet, at, WAS, row.was());
    sheet.value(at, VALUE, row.value());
    sheet.value(at, STATE, row.state());
    sheet.value(at, HEARD, row.heard());
    sheet.value(at, OFFSET, row.at().getOffset().getId());
    if (!row.isWhole()) {
      sheet.range(at, VALUE, at, STATE).style().fillColor(NOT_WHOLE).set();
    }
  }

  private static void time(Worksheet sheet, int row, int column, OffsetDateTime time) {
    if (time != null) {
      sheet.value(row, column, time.toLocalDateTime());
      sheet.style(row, column).format(TIME).set();
    }
  }

  private static void about(Worksheet sheet, List<About> about) {
    widths(sheet, ABOUT_WIDTHS);
    int row = 0;
    for (About line : about) {
      sheet.value(row, 0, line.label());
      sheet.value(row, 1, line.text());
      sheet.style(row, 0).bold().set();
      row++;
    }
  }

  private static void widths(Worksheet sheet, List<Integer> widths) {
    for (int column = 0; column < widths.size(); column++) {
      sheet.width(column, widths.get(column));
    }
  }
}
