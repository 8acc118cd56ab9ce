package city.xueliang.feeds.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishCommandTest {
  @TempDir private Path folder;
  private WrittenFiles files;

  @BeforeEach
  void startWithoutFiles() {
    files = new WrittenFiles(folder);
  }

  @Test
  void checksWithoutABroker() {
    CommandRun run = CommandRun.english(files.withCity(), "--check");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .isEqualToIgnoringNewLines(
            "nothing is wrong with the files: places 5, devices 0. Nothing was published");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void tellsEveryProblemOnALineOfItsOwnAndThenTheirNumber() {
    files.with("places.csv", WrittenFiles.PLACES, "6301,city,,西宁市", "630105,county,630100,");
    CommandRun run = CommandRun.english(files);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().replace(folder + "/", ""))
        .isEqualToIgnoringNewLines(
            """
            places.csv:2: code: "6301" is not a city's code: 6 digits that end in 00 \
            [registry.code-form-city]
            places.csv:3: nameZh: an obligatory value is missing [file.missing-value]
            places.csv:3: parent: "630100" is not in the files; the parent must be a city of the \
            files [registry.parent-unknown]
            problems: 3; nothing was published
            """);
  }

  @Test
  void tellsProblemsInChinese() {
    files.with("places.csv", WrittenFiles.PLACES, "6301,city,,西宁市");
    assertThat(CommandRun.chinese(files).err())
        .contains("“6301”不是市的编码；应为 6 位数字，末两位为 00 [registry.code-form-city]")
        .contains("共 1 处问题；未发布任何内容");
  }

  @Test
  void helpIsInTheLanguageThatIsAskedFor() {
    assertThat(CommandRun.chinese(files, "--help").out()).contains("用法：", "只检查文件，不发布");
    assertThat(CommandRun.english(files, "--help").out())
        .contains("Usage: publish", "only check the files, publish nothing");
  }

  @Test
  void filesAreObligatory() {
    assertThat(CommandRun.english(files).exitCode()).isEqualTo(2);
  }
}
