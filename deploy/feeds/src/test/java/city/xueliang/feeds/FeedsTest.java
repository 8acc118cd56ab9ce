package city.xueliang.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class FeedsTest {
  private static final int WRONG_COMMAND_LINE = 2;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void helpIsInChineseUnlessEnglishIsAskedFor() {
    assertThat(run(Locale.SIMPLIFIED_CHINESE, "--help")).isZero();
    assertThat(out.toString()).contains("用法：feeds").contains("replay").doesNotContain("Usage");
  }

  @ParameterizedTest
  @ValueSource(strings = {"publish", "replay", "simulate"})
  void eachSubcommandHelpsInTheLanguageAskedFor(String subcommand) {
    run(Locale.ENGLISH, subcommand, "--help");
    assertThat(out.toString()).startsWith("Usage: feeds " + subcommand).doesNotContain("用法");
    out.getBuffer().setLength(0);

    run(Locale.SIMPLIFIED_CHINESE, subcommand, "--help");
    assertThat(out.toString())
        .startsWith("用法：")
        .contains("feeds " + subcommand)
        .doesNotContain("Usage");
  }

  @Test
  void aMissingOptionIsNamed() {
    assertThat(run(Locale.ENGLISH, "replay", "counts.csv")).isEqualTo(WRONG_COMMAND_LINE);
    assertThat(err.toString())
        .isEqualToNormalizingNewlines("missing: --mapping\nfor help: feeds replay --help\n");
  }

  @Test
  void anUnknownOptionIsNamed() {
    run(Locale.ENGLISH, "replay", "counts.csv", "--mapping", "m.yaml", "--fast");
    assertThat(err.toString()).startsWith("unknown: --fast");
  }

  @Test
  void aValueOfTheWrongTypeIsTold() {
    run(Locale.ENGLISH, "replay", "counts.csv", "--mapping", "m.yaml", "--limit", "few");
    assertThat(err.toString()).startsWith("--limit cannot be \"few\"");
  }

  @Test
  void aPaceThatIsNoneIsToldWithWhatIsAllowed() {
    run(Locale.ENGLISH, "replay", "counts.csv", "--mapping", "m.yaml", "--pace", "0");
    assertThat(err.toString())
        .startsWith("--pace must be original, max or a number above 0, not \"0\"");
  }

  @Test
  void anAbsentMappingIsTold() {
    assertThat(run(Locale.ENGLISH, "replay", "counts.csv", "--mapping", "no-such.yaml"))
        .isEqualTo(WRONG_COMMAND_LINE);
    assertThat(err.toString()).startsWith("there is no mapping file no-such.yaml");
  }

  @Test
  void withoutASubcommandTheUserIsAskedForOne() {
    assertThat(run(Locale.ENGLISH)).isEqualTo(WRONG_COMMAND_LINE);
    assertThat(err.toString()).startsWith("say which command to run");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "city.xueliang.feeds.texts",
        "city.xueliang.feeds.replay.texts",
        "city.xueliang.feeds.send.texts"
      })
  void everyTextIsThereInBothLanguages(String bundle) {
    Control control = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    ResourceBundle english = ResourceBundle.getBundle(bundle, Locale.ENGLISH, control);
    ResourceBundle chinese = ResourceBundle.getBundle(bundle, Locale.ROOT, control);

    assertThat(Collections.list(chinese.getKeys()))
        .allSatisfy(key -> assertThat(english.getString(key)).doesNotContainPattern("\\p{IsHan}"))
        .containsAll(Collections.list(english.getKeys()));
  }

  private int run(Locale language, String... arguments) {
    CommandLine commandLine = Feeds.commandLine(language);
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(arguments);
  }
}
