package city.xueliang.feeds.replay;

import city.xueliang.domain.text.Problem;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file with a header, read row by row. */
final class RecordedFile implements AutoCloseable {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String file;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final List<String> header;

  /** A row: its line in the file, from 1, and its cells from the left. */
  record Cells(long line, List<String> values) {}

  private RecordedFile(String file, CSVParser parser) throws BadRowException {
    this.file = file;
    this.parser = parser;
    this.records = parser.iterator();
    this.header = next().map(Cells::values).map(RecordedFile::names).orElse(List.of());
  }

  /**
   * Opens a file and reads its header.
   *
   * @throws BadRowException if the header cannot be read
   */
  static RecordedFile open(Path path, char separator, Charset charset)
      throws IOException, BadRowException {
    // what is no text in the charset becomes a replacement sign, which the checks of a row refuse
    Reader reader =
        new InputStreamReader(
            Files.newInputStream(path),
            charset.newDecoder().onMalformedInput(CodingErrorAction.REPLACE));
    CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(separator).get();
    return new RecordedFile(path.toString(), CSVParser.parse(reader, format));
  }

  List<String> header() {
    return header;
  }

  /** What keeps the file from being read by a mapping with these columns. */
  List<Problem> problems(Iterable<String> columns) {
    List<Problem> problems = new ArrayList<>();
    for (String column : columns) {
      int times = Collections.frequency(header, column);
      if (times == 0) {
        problems.add(Problem.of(file, 1, column, "column-absent", String.join(", ", header)));
      } else if (times > 1) {
        problems.add(Problem.of(file, 1, column, "column-twice", times));
      }
    }
    return problems;
  }

  /**
   * The next row; nothing at the end of the file.
   *
   * @throws BadRowException if the text is no CSV from here on: nothing after it can be read
   */
  Optional<Cells> next() throws BadRowException {
    try {
      return records.hasNext() ? Optional.of(cells(records.next())) : Optional.empty();
    } catch (UncheckedIOException | IllegalStateException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new BadRowException(
          Problem.of(
              file, (int) parser.getCurrentLineNumber(), "", "csv-broken", cause.getMessage()));
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private Cells cells(CSVRecord row) {
    return new Cells(parser.getCurrentLineNumber(), row.toList());
  }

  private static List<String> names(List<String> cells) {
    List<String> names = new ArrayList<>(cells);
    String first = names.get(0);
    // spreadsheets write one; it would be a part of the first name
    names.set(0, first.startsWith(BYTE_ORDER_MARK) ? first.substring(1) : first);
    names.replaceAll(String::strip);
    return names;
  }
}
