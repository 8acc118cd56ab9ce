package city.xueliang.benchmark.nab;

import city.xueliang.benchmark.nab.LabelledFile.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Values scores as the Numenta Anomaly Benchmark does (Lavin and Ahmad 2015). One threshold serves
 * all files: the one with the best total. Of the alarms in a window only the best one counts, and
 * the sooner the better; each alarm outside costs, less so just after a window. The first 15 % of a
 * file, 750 rows at most, are not valued.
 */
final class NabScoring {
  private static final double PROBATION = 0.15;
  private static final int MOST_PROBATION = 750;
  private static final double STEEPNESS = 5;
  private static final double FAR = 3;
  private static final double PERCENT = 100;

  private final NabProfile profile;

  NabScoring(NabProfile profile) {
    this.profile = profile;
  }

  /**
   * What an alarm at one row would bring.
   *
   * @param window that the row is in, null for none
   */
  record Valued(double score, double value, Window window, String file) {}

  /**
   * All files with one threshold.
   *
   * @param normalised 100 for all anomalies found at once, 0 for no alarm at all
   */
  record Total(double normalised, double raw, double threshold) {}

  /** One file with the threshold of all. */
  record OfFile(double raw, int found, int falsePositives) {}

  Total total(List<LabelledFile> files) {
    List<Valued> rows = new ArrayList<>();
    int windows = 0;
    for (LabelledFile file : files) {
      rows.addAll(valued(file));
      windows += file.windows().size();
    }
    rows.sort(Comparator.comparingDouble(Valued::score).reversed());
    double nothing = 0 - profile.falseNegative() * windows;
    Alarms alarms = new Alarms(nothing);
    double best = nothing;
    double threshold = Double.POSITIVE_INFINITY;
    for (int i = 0; i < rows.size(); i++) {
      alarms.add(rows.get(i));
      boolean lastOfScore = i + 1 == rows.size() || rows.get(i + 1).score() < rows.get(i).score();
      if (lastOfScore && alarms.raw > best) {
        best = alarms.raw;
        threshold = rows.get(i).score();
      }
    }
    double normalised = windows == 0 ? 0 : PERCENT * (best - nothing) / (windows - nothing);
    return new Total(normalised, best, threshold);
  }

  OfFile of(LabelledFile file, double threshold) {
    Alarms alarms = new Alarms(0 - profile.falseNegative() * file.windows().size());
    valued(file).stream().filter(row -> row.score() >= threshold).forEach(alarms::add);
    return new OfFile(alarms.raw, alarms.found.size(), alarms.falsePositives);
  }

  /** The rows after the probation. */
  List<Valued> valued(LabelledFile file) {
    List<Valued> rows = new ArrayList<>();
    int length = file.scores().size();
    int next = 0;
    Window before = null;
    for (int row = 0; row < length; row++) {
      while (next < file.windows().size() && row > file.windows().get(next).last()) {
        before = file.windows().get(next);
        next++;
      }
      boolean inside = next < file.windows().size() && row >= file.windows().get(next).first();
      Window window = inside ? file.windows().get(next) : null;
      double value =
          inside ? truePositive(row, window) : profile.falsePositive() * after(row, before);
      if (row >= Math.min((int) (PROBATION * length), MOST_PROBATION)) {
        rows.add(new Valued(file.scores().get(row), value, window, file.name()));
      }
    }
    return rows;
  }

  private static double truePositive(int row, Window window) {
    double place = -(window.last() - row + 1.0) / window.rows();
    return sigmoid(place) / sigmoid(-1);
  }

  private static double after(int row, Window before) {
    return before == null
        ? -1
        : sigmoid((double) (row - before.last()) / (before.last() - before.first()));
  }

  private static double sigmoid(double place) {
    return place > FAR ? -1 : 2 / (1 + Math.exp(STEEPNESS * place)) - 1;
  }

  private final class Alarms {
    private final Map<String, Double> found = new HashMap<>();
    private double raw;
    private int falsePositives;

    private Alarms(double raw) {
      this.raw = raw;
    }

    private void add(Valued row) {
      if (row.window() == null) {
        raw += row.value();
        falsePositives++;
        return;
      }
      String window = row.file() + row.window().first();
      double before = found.getOrDefault(window, -profile.falseNegative());
      if (row.value() > before) {
        found.put(window, row.value());
        raw += row.value() - before;
      }
    }
  }
}
