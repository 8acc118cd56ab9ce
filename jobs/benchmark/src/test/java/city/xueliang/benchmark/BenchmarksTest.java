package city.xueliang.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.text.Texts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class BenchmarksTest {
  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void eachOptionOfEachBenchmarkIsExplained(String language) {
    CommandLine benchmarks = Benchmarks.commandLine(Texts.language(language));

    assertThat(
            Stream.concat(Stream.of(benchmarks), benchmarks.getSubcommands().values().stream())
                .flatMap(command -> command.getCommandSpec().options().stream()))
        .isNotEmpty()
        .allMatch(BenchmarksTest::isExplained);
  }

  @Test
  void aCommandLineWithoutABenchmarkIsRefused() {
    assertThat(errorOf()).startsWith("say which benchmark to run");
  }

  @Test
  void aSizeThatCannotBeIsRefusedWithItsRange() {
    assertThat(errorOf("sizing", "--hours", "25")).startsWith("--hours cannot be 25; 1 to 24");
  }

  private static String errorOf(String... arguments) {
    StringWriter err = new StringWriter();
    CommandLine benchmarks =
        Benchmarks.commandLine(Texts.language("en")).setErr(new PrintWriter(err, true));
    assertThat(benchmarks.execute(arguments)).isEqualTo(CommandLine.ExitCode.USAGE);
    return err.toString();
  }

  private static boolean isExplained(OptionSpec option) {
    return option.description().length == 1 && !option.description()[0].isBlank();
  }
}
