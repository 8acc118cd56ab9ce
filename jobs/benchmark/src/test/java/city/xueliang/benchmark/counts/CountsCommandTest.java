package city.xueliang.benchmark.counts;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.text.Texts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CountsCommandTest {
  @Test
  void eachScenarioAndEachScoreHasItsFigures() throws IOException {
    StringWriter shown = new StringWriter();
    CommandLine command =
        CountsCommand.commandLine(Texts.language("en")).setOut(new PrintWriter(shown, true));

    int exit = command.execute("--series", "1", "--points", "1000", "--alert-at", "0.4");

    List<String> lines = shown.toString().lines().toList();
    JsonNode json = new ObjectMapper().readTree(lines.get(lines.size() - 1));
    assertThat(exit).isEqualTo(CommandLine.ExitCode.OK);
    assertThat(lines.get(0)).startsWith("scenario (from 0.4)");
    assertThat(json.get("scenarios")).hasSize(CountScenario.ALL.size());
    assertThat(json.get("byAlertAt"))
        .extracting(figures -> figures.get("scenario").asText())
        .contains("0.35", "0.5");
  }

  @Test
  void aScoreThatCannotBeIsRefused() {
    StringWriter err = new StringWriter();
    CommandLine command =
        CountsCommand.commandLine(Texts.language("en")).setErr(new PrintWriter(err, true));

    assertThat(command.execute("--alert-at", "1")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString()).startsWith("--alert-at cannot be 1.0");
  }
}
