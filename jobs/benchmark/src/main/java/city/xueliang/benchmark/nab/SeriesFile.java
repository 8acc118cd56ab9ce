package city.xueliang.benchmark.nab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * A file of {@code timestamp,value} lines below a head, and the same with {@code anomaly_score}.
 *
 * @param name path below the folder of all files, with forward slashes
 */
record SeriesFile(String name, List<Row> rows) {
  private static final int TIMESTAMP_LENGTH = 19;
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  SeriesFile {
    rows = List.copyOf(rows);
  }

  /**
   * A line.
   *
   * @param timestamp as written, to the second
   * @param at the timestamp as if its clock were UTC, epoch milliseconds
   * @param text of the value, as written
   */
  record Row(String timestamp, long at, String text, double value) {}

  /** The CSV files of a folder and those below it, by name. */
  static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".csv"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  /**
   * Reads a file.
   *
   * @throws IOException also for a line that is none, with file and line
   */
  static SeriesFile read(Path folder, Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      try {
        rows.add(row(lines.get(i)));
      } catch (DateTimeParseException | NumberFormatException | StringIndexOutOfBoundsException e) {
        throw new IOException(file + ":" + (i + 1) + ": " + lines.get(i), e);
      }
    }
    return new SeriesFile(folder.relativize(file).toString().replace('\\', '/'), rows);
  }

  private static Row row(String line) {
    int comma = line.indexOf(',');
    int end = line.indexOf(',', comma + 1);
    String timestamp = second(line.substring(0, comma));
    String text = line.substring(comma + 1, end < 0 ? line.length() : end).strip();
    long at = LocalDateTime.parse(timestamp, TIMESTAMP).toInstant(ZoneOffset.UTC).toEpochMilli();
    return new Row(timestamp, at, text, Double.parseDouble(text));
  }

  /** A timestamp without what is finer than a second. */
  static String second(String timestamp) {
    return timestamp.strip().substring(0, TIMESTAMP_LENGTH);
  }

  /** Writes the lines with a score each, at the same place below this folder. */
  void write(Path folder, List<Double> scores) throws IOException {
    StringJoiner lines = new StringJoiner("\n", "timestamp,value,anomaly_score\n", "\n");
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      lines.add(row.timestamp + "," + row.text + "," + scores.get(i));
    }
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, lines.toString());
  }
}
