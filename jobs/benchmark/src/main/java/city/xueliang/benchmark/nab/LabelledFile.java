package city.xueliang.benchmark.nab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The scores of one file, and where its anomalies are.
 *
 * @param windows in the order of time
 */
record LabelledFile(String name, List<Double> scores, List<Window> windows) {
  LabelledFile {
    scores = List.copyOf(scores);
    windows = List.copyOf(windows);
  }

  /**
   * Where an anomaly may be found.
   *
   * @param first index of the first row
   * @param last index of the last row
   */
  record Window(int first, int last) {
    int rows() {
      return last - first + 1;
    }
  }

  /** The windows of every file that a file of labels names, as pairs of timestamps. */
  static Map<String, List<List<String>>> readWindows(Path labels) throws IOException {
    Map<String, List<List<String>>> windows = new HashMap<>();
    JsonNode root = new ObjectMapper().readTree(labels.toFile());
    root.fieldNames()
        .forEachRemaining(
            file -> {
              List<List<String>> ofFile = new ArrayList<>();
              root.get(file)
                  .forEach(pair -> ofFile.add(List.of(pair.get(0).asText(), pair.get(1).asText())));
              windows.put(file, ofFile);
            });
    return windows;
  }

  /**
   * A file with its scores.
   *
   * @param windows pairs of timestamps, each of which is one of a row
   * @throws IOException if one is not
   */
  static LabelledFile of(SeriesFile file, List<Double> scores, List<List<String>> windows)
      throws IOException {
    Map<String, Integer> rowOf = new HashMap<>();
    for (int i = 0; i < file.rows().size(); i++) {
      rowOf.putIfAbsent(file.rows().get(i).timestamp(), i);
    }
    List<Window> inRows = new ArrayList<>();
    for (List<String> pair : windows) {
      Integer first = rowOf.get(SeriesFile.second(pair.get(0)));
      Integer last = rowOf.get(SeriesFile.second(pair.get(1)));
      if (first == null || last == null) {
        throw new IOException(file.name() + ": no row of " + pair);
      }
      inRows.add(new Window(first, last));
    }
    return new LabelledFile(file.name(), scores, inRows);
  }
}
