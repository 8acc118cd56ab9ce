package city.xueliang.benchmark.nab;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.text.Texts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class NabCommandTest {
  private static final LocalDateTime START = LocalDateTime.parse("2026-11-02T00:00:00");
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final int ROWS = 300;
  private static final int SPIKE = 250;

  @TempDir Path folder;

  private Path data;
  private Path out;

  @BeforeEach
  void twoSeriesOfWhichOneHasASpike() throws IOException {
    data = folder.resolve("data");
    out = folder.resolve("out");
    Files.createDirectories(data.resolve("sub"));
    Files.writeString(data.resolve("sub/spike.csv"), series(SPIKE));
    Files.writeString(data.resolve("noise.csv"), series(-1));
  }

  @Test
  void theScoresAreWrittenInTheLayoutOfTheData() throws IOException {
    run("--detector", "unusual");

    List<String> lines = Files.readAllLines(out.resolve("sub/spike.csv"));
    List<String> given = Files.readAllLines(data.resolve("sub/spike.csv"));
    assertThat(lines.get(0)).isEqualTo("timestamp,value,anomaly_score");
    assertThat(lines).hasSameSizeAs(given);
    assertThat(lines.get(1)).startsWith(given.get(1) + ",");
    assertThat(out.resolve("noise.csv")).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"unusual", "random-cut-forest"})
  void theSpikeHasTheHighestScore(String detector) throws IOException {
    run("--detector", detector, "--shingle", "1");

    List<String> lines = Files.readAllLines(out.resolve("sub/spike.csv"));
    assertThat(lines.stream().skip(1).max(Comparator.comparingDouble(NabCommandTest::score)))
        .contains(lines.get(SPIKE + 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"unusual", "random-cut-forest", "thresholded-forest"})
  void eachFileIsMeasured(String detector) throws IOException {
    JsonNode files = run("--detector", detector).get("files");

    assertThat(files).hasSize(2);
    assertThat(files)
        .allSatisfy(
            file -> {
              assertThat(file.get("points").asInt()).isEqualTo(ROWS);
              assertThat(file.get("stateBytes").asInt()).isPositive();
              assertThat(file.get("microsPerPoint").asDouble()).isPositive();
            });
  }

  @Test
  void withWindowsTheScoresAreValued() throws IOException {
    Path windows = folder.resolve("windows.json");
    Files.writeString(
        windows,
        "{\"noise.csv\": [], \"sub/spike.csv\": [[\"%s.000000\", \"%s.000000\"]]}"
            .formatted(timestamp(SPIKE), timestamp(SPIKE + 30)));

    JsonNode totals = run("--windows", windows.toString()).get("totals");

    assertThat(totals.get("STANDARD").get("normalised").asDouble()).isEqualTo(100);
    assertThat(totals.get("REWARD_LOW_FN").get("raw").asDouble()).isEqualTo(1);
  }

  @Test
  void aDetectorThatThereIsNotIsRefused() {
    StringWriter err = new StringWriter();
    CommandLine command =
        NabCommand.commandLine(Texts.language("en")).setErr(new PrintWriter(err, true));

    int exit =
        command.execute("--data", data.toString(), "--out", out.toString(), "--detector", "oracle");

    assertThat(exit).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString()).startsWith("there is no detector oracle");
  }

  private JsonNode run(String... arguments) throws IOException {
    StringWriter shown = new StringWriter();
    CommandLine command =
        NabCommand.commandLine(Texts.language("en")).setOut(new PrintWriter(shown, true));
    String[] all = new String[arguments.length + 4];
    System.arraycopy(arguments, 0, all, 4, arguments.length);
    all[0] = "--data";
    all[1] = data.toString();
    all[2] = "--out";
    all[3] = out.toString();
    assertThat(command.execute(all)).isEqualTo(CommandLine.ExitCode.OK);
    return new ObjectMapper().readTree(shown.toString().lines().toList().get(lastLine(shown)));
  }

  private static int lastLine(StringWriter shown) {
    return (int) shown.toString().lines().count() - 1;
  }

  private static double score(String line) {
    return Double.parseDouble(line.substring(line.lastIndexOf(',') + 1));
  }

  private static String series(int spike) {
    Random random = new Random(1);
    StringJoiner lines = new StringJoiner("\n", "timestamp,value\n", "\n");
    for (int i = 0; i < ROWS; i++) {
      double value = 50 + random.nextGaussian() + (i == spike ? 60 : 0);
      lines.add(timestamp(i) + "," + value);
    }
    return lines.toString();
  }

  private static String timestamp(int row) {
    return START.plusMinutes(10L * row).format(TIMESTAMP);
  }
}
