package city.xueliang.feeds.registry;

import city.xueliang.domain.place.Origin;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a table of places or of devices; the names in its first line tell which. */
final class CsvFile {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();

  private final String file;
  private final Draft draft;

  CsvFile(String file, Draft draft) {
    this.file = file;
    this.draft = draft;
  }

  void read(String text) throws IOException {
    try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
      readLines(parser);
    }
  }

  private void readLines(CSVParser parser) {
    Iterator<CSVRecord> records = parser.iterator();
    Header header = null;
    int line = 1;
    try {
      while (records.hasNext()) {
        CSVRecord record = records.next();
        if (!isEmpty(record)) {
          if (header != null) {
            readLine(header, line, record);
          } else {
            header = header(line, record.stream().map(String::strip).toList());
            if (header == null) {
              draft.fileNotRead();
              return;
            }
          }
        }
        // A value in quotes may hold line breaks: an entry begins where the one before it ended.
        line = (int) parser.getCurrentLineNumber() + 1;
      }
    } catch (UncheckedIOException e) {
      draft.note(file, line, "", "file.malformed-csv", e.getCause().getMessage());
      draft.fileNotRead();
    }
  }

  private void readLine(Header header, int line, CSVRecord record) {
    if (record.size() != header.columns.size()) {
      draft.note(file, line, "", "file.value-count", record.size(), header.columns.size());
      return;
    }
    Map<String, String> texts = new HashMap<>();
    for (int i = 0; i < record.size(); i++) {
      texts.putIfAbsent(header.columns.get(i), record.get(i));
    }
    Row row = new Row(new Origin(file, line, ""), texts, draft.problems);
    if (header.kind == Columns.DEVICES) {
      draft.addDevice(row);
    } else {
      draft.addPlace(row, Shape.UNKNOWN);
    }
  }

  /**
   * Notes what is wrong with the names; the lines are still read by those that are right, so that
   * their problems come with the same report. Null if not one is known.
   */
  private Header header(int line, List<String> written) {
    Optional<Columns> kind = Columns.of(written);
    if (kind.isEmpty()) {
      draft.note(file, line, "", "file.header", Columns.PLACES.words(), Columns.DEVICES.words());
      return null;
    }
    Columns allowed = kind.get();
    List<String> columns = new ArrayList<>();
    for (String name : written) {
      Optional<String> column = allowed.named(name);
      if (column.isEmpty()) {
        draft.note(file, line, name, "file.unknown-column", name, allowed.words());
      } else if (columns.contains(column.get())) {
        draft.note(file, line, name, "file.repeated-column", column.get());
      }
      columns.add(column.orElse(name));
    }
    for (String name : allowed.obligatory()) {
      if (!columns.contains(name)) {
        draft.note(file, line, name, "file.missing-column", name, allowed.words());
      }
    }
    return new Header(allowed, columns);
  }

  private static boolean isEmpty(CSVRecord record) {
    return record.stream().allMatch(String::isBlank);
  }

  private record Header(Columns kind, List<String> columns) {}
}
