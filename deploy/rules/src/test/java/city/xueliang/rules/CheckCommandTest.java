package city.xueliang.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  private static final String RULE =
      """
      rules:
        - id: smoke-seen
          name: {zh: 烟雾, en: Smoke}
          colour: YELLOW
          type: burst
          sign: SMOKE
          count: 3
          span: 1m
      """;

  @TempDir private Path folder;

  @Test
  void aMistakeIsToldWithFileLineKeyAndRange() throws IOException {
    CommandRun run = check(RULE.replace("count: 3", "count: 0"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualToNormalizingNewlines(
            folder.resolve("rules.yaml")
                + ":7: rules[0].count: must be a whole number from 1 to 10000 [yaml-integer]\n"
                + "problems: 1; nothing was published\n");
  }

  @Test
  void whatOnlyTheSchemaRefusesIsToldWithItsLine() throws IOException {
    CommandRun run = check(RULE.replace("YELLOW", "yellow"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .startsWith(folder.resolve("rules.yaml") + ":4: rules[0].colour: ")
        .contains("[schema-enum]");
  }

  @Test
  void aFileThatIsNotThereIsTold() throws IOException {
    CommandRun run = CommandRun.english("check", folder.resolve("none.yaml"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).startsWith("a file could not be read or written (NoSuchFileException)");
  }

  private CommandRun check(String text) throws IOException {
    return CommandRun.english("check", Files.writeString(folder.resolve("rules.yaml"), text));
  }
}
