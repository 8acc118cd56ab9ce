package city.xueliang.benchmark.nab;

import city.xueliang.benchmark.nab.NabScoring.OfFile;
import city.xueliang.benchmark.nab.NabScoring.Total;
import city.xueliang.domain.text.Texts;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is printed: a line for each file, and what the benchmark gives for them. */
final class NabTable {
  private static final int NAME = 62;

  private final Texts texts;
  private final PrintWriter out;

  NabTable(Texts texts, PrintWriter out) {
    this.texts = texts;
    this.out = out;
  }

  void printFiles(List<NabFile> files) {
    out.printf(
        "%-" + NAME + "s %8s %8s %8s %8s%n",
        texts.text("file"),
        texts.text("points"),
        texts.text("micros"),
        texts.text("bytes"),
        texts.text("highest"));
    files.forEach(
        file ->
            out.printf(
                "%-" + NAME + "s %,8d %8.2f %,8d %8.3f%n",
                file.file(),
                file.points(),
                file.microsPerPoint(),
                file.stateBytes(),
                file.highestScore()));
  }

  /** Prints the scores, and hands out the total of each profile. */
  Map<NabProfile, Total> printScores(List<LabelledFile> files) {
    Map<NabProfile, Total> totals = new EnumMap<>(NabProfile.class);
    for (NabProfile profile : NabProfile.values()) {
      totals.put(profile, new NabScoring(profile).total(files));
    }
    out.printf(
        "%n%-" + NAME + "s %7s %7s %7s %9s %9s %9s%n",
        texts.text("file"),
        texts.text("windows-of-file"),
        texts.text("found"),
        texts.text("false"),
        texts.text("STANDARD"),
        texts.text("REWARD_LOW_FP"),
        texts.text("REWARD_LOW_FN"));
    files.forEach(file -> printScores(file, totals));
    out.println();
    totals.forEach(
        (profile, total) ->
            out.printf(
                "%-14s %8.3f   %s %.6f   %s %.6g%n",
                texts.text(profile.name()),
                total.normalised(),
                texts.text("raw"),
                total.raw(),
                texts.text("threshold"),
                total.threshold()));
    return totals;
  }

  private void printScores(LabelledFile file, Map<NabProfile, Total> totals) {
    Map<NabProfile, OfFile> scores = new EnumMap<>(NabProfile.class);
    totals.forEach(
        (profile, total) ->
            scores.put(profile, new NabScoring(profile).of(file, total.threshold())));
    OfFile standard = scores.get(NabProfile.STANDARD);
    out.printf(
        "%-" + NAME + "s %7d %7d %7d %9.3f %9.3f %9.3f%n",
        file.name(),
        file.windows().size(),
        standard.found(),
        standard.falsePositives(),
        standard.raw(),
        scores.get(NabProfile.REWARD_LOW_FP).raw(),
        scores.get(NabProfile.REWARD_LOW_FN).raw());
  }
}
