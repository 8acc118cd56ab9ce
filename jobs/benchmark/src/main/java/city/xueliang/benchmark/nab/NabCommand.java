package city.xueliang.benchmark.nab;

import city.xueliang.benchmark.command.BenchmarkCommand;
import city.xueliang.domain.detector.unusual.UnusualSettings;
import city.xueliang.domain.detector.unusual.UnusualSettings.Kind;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nab}: scores of recorded series, each file on its own, all with one setting. */
@Command(name = "nab", resourceBundle = NabCommand.HELP, sortOptions = false)
public final class NabCommand extends BenchmarkCommand {
  static final String HELP = "city.xueliang.benchmark.nab.texts";

  private static final int MOST_SHINGLE = 100;
  private static final double NANOS_OF_MICRO = 1_000;

  @Option(names = "--data", required = true, paramLabel = "DIR")
  private Path data;

  @Option(names = "--out", required = true, paramLabel = "DIR")
  private Path out;

  @Option(
      names = "--detector",
      defaultValue = "unusual",
      paramLabel = "unusual|random-cut-forest|thresholded-forest")
  private String detector;

  @Option(names = "--alert-at", defaultValue = "0.5", paramLabel = "SCORE")
  private double alertAt;

  @Option(names = "--shingle", defaultValue = "1", paramLabel = "N")
  private int shingle;

  @Option(names = "--windows", paramLabel = "FILE")
  private Path windows;

  NabCommand(Locale language) {
    super(language);
  }

  /** The command with its messages and its help in this language. */
  public static CommandLine commandLine(Locale language) {
    return commandLine(new NabCommand(language));
  }

  @Override
  public Integer call() throws Exception {
    Supplier<SeriesDetector> detectors = detectors();
    if (!Files.isDirectory(data)) {
      throw wrong("no-folder", data);
    }
    Map<String, List<List<String>>> labels =
        windows == null ? Map.of() : LabelledFile.readWindows(windows);
    List<NabFile> files = new ArrayList<>();
    List<LabelledFile> labelled = new ArrayList<>();
    for (Path path : SeriesFile.in(data)) {
      SeriesFile file = SeriesFile.read(data, path);
      List<Double> scores = new ArrayList<>();
      files.add(judge(file, detectors.get(), scores));
      file.write(out, scores);
      if (labels.containsKey(file.name())) {
        labelled.add(LabelledFile.of(file, scores, labels.get(file.name())));
      }
    }
    print(files, labelled);
    return CommandLine.ExitCode.OK;
  }

  private Supplier<SeriesDetector> detectors() {
    if (!(alertAt > 0 && alertAt < 1)) {
      throw wrong("alert-at-wrong", alertAt);
    }
    check("--shingle", shingle, 1, MOST_SHINGLE);
    return switch (detector) {
      case "unusual" -> () -> new UnusualSeries(new UnusualSettings(Kind.READING, 0, alertAt));
      case "random-cut-forest" -> () -> new ForestSeries(shingle);
      case "thresholded-forest" -> () -> new ThresholdedForestSeries(shingle);
      default -> throw wrong("detector-wrong", detector);
    };
  }

  private static NabFile judge(SeriesFile file, SeriesDetector series, List<Double> scores)
      throws IOException {
    double highest = 0;
    long start = System.nanoTime();
    for (SeriesFile.Row row : file.rows()) {
      double score = series.score(row.at(), row.value());
      scores.add(score);
      highest = Math.max(highest, score);
    }
    long nanos = System.nanoTime() - start;
    int points = file.rows().size();
    return new NabFile(
        file.name(), points, nanos / NANOS_OF_MICRO / points, series.stateBytes(), highest);
  }

  private void print(List<NabFile> files, List<LabelledFile> labelled) throws IOException {
    PrintWriter shown = out();
    NabTable table = new NabTable(texts(), shown);
    table.printFiles(files);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("detector", detector);
    json.put("files", files);
    if (!labelled.isEmpty()) {
      json.put("totals", table.printScores(labelled));
    }
    shown.println(new ObjectMapper().writeValueAsString(json));
    shown.flush();
  }
}
