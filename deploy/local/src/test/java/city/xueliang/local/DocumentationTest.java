package city.xueliang.local;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.text.Texts;
import city.xueliang.placewatch.PlaceWatchOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.description.HtmlFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Holds the documentation to what it documents. */
class DocumentationTest {
  private static final Path PROJECT = Path.of("../..");
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)\\)");

  static List<ConfigOption<?>> jobOptions() {
    return PlaceWatchOptions.all();
  }

  @ParameterizedTest
  @MethodSource("jobOptions")
  void theReadmeListsEachOptionOfTheJobWithItsDefault(ConfigOption<?> option) throws IOException {
    assertThat(readme().lines()).contains(row(option));
  }

  @Test
  void theReadmeListsNoOptionThatIsNotThere() throws IOException {
    assertThat(readme().lines().filter(line -> line.startsWith("| `--")))
        .hasSameSizeAs(jobOptions());
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "jobs/DECISIONS.md"})
  void everyLinkLeadsSomewhere(String document) throws IOException {
    Path file = PROJECT.resolve(document);
    List<String> links =
        LINK.matcher(Files.readString(file)).results().map(MatchResult::group).toList();
    assertThat(links)
        .allMatch(
            link -> {
              String target = LINK.matcher(link).replaceAll("$1");
              return Files.exists(file.resolveSibling(target));
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void eachOptionOfTheLocalCityIsExplained(String language) {
    Locale locale = Texts.language(language);
    CommandLine command =
        new CommandLine(new LocalCity())
            .setResourceBundle(Texts.of(LocalCity.class, locale).bundle());
    assertThat(command.getCommandSpec().options())
        .isNotEmpty()
        .allMatch(option -> isExplained(option));
  }

  private static boolean isExplained(OptionSpec option) {
    return option.description().length == 1 && !option.description()[0].isBlank();
  }

  private static String row(ConfigOption<?> option) {
    String shown = option.hasDefaultValue() ? "`" + shown(option.defaultValue()) + "`" : "";
    return "| `--%s` | %s | %s |"
        .formatted(option.key(), shown, new HtmlFormatter().format(option.description()));
  }

  private static String shown(Object value) {
    return value instanceof Duration duration ? duration.toSeconds() + " s" : value.toString();
  }

  private static String readme() throws IOException {
    return Files.readString(PROJECT.resolve("README.md"));
  }
}
