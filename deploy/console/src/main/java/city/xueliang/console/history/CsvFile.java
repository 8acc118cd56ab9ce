package city.xueliang.console.history;

import city.xueliang.console.history.HistoryTable.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table as comma-separated values (RFC 4180) in UTF-8. It begins with a byte order mark, without
 * which Excel takes Chinese for another character set.
 */
final class CsvFile {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

  /** With these a spreadsheet takes a text for a formula, and runs it. */
  private static final String BEGINS_FORMULA = "=+-@\t\r";

  private CsvFile() {}

  static byte[] of(HistoryTable table) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStreamWriter writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      writer.write(BYTE_ORDER_MARK);
      try (CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180)) {
        csv.printRecord(table.columns().stream().map(CsvFile::text));
        for (Row row : table.rows()) {
          csv.printRecord(
              text(row.place()),
              text(row.name()),
              text(row.span()),
              time(row.at()),
              time(row.was()),
              number(row.value()),
              text(row.state()),
              number(row.heard()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String text(String text) {
    boolean isDangerous = !text.isEmpty() && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0;
    return isDangerous ? "'" + text : text;
  }

  private static String time(OffsetDateTime time) {
    return time == null ? "" : TIME.format(time);
  }

  private static String number(Number number) {
    return number == null ? "" : new BigDecimal(number.toString()).toPlainString();
  }
}
