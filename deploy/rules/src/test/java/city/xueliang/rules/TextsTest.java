package city.xueliang.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  private static final Control NO_FALLBACK =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  @Test
  void everyTextIsThereInBothLanguages() {
    ResourceBundle chinese =
        ResourceBundle.getBundle(Rules.TEXTS, Locale.SIMPLIFIED_CHINESE, NO_FALLBACK);
    ResourceBundle english = ResourceBundle.getBundle(Rules.TEXTS, Locale.ENGLISH, NO_FALLBACK);
    assertThat(english.keySet()).isEqualTo(chinese.keySet());
    // An English text that is missing would come from the Chinese file, so the words are looked at.
    for (String key : chinese.keySet()) {
      assertThat(english.getString(key)).as(key).isNotEqualTo(chinese.getString(key));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "diff", "publish", "show", "history", "rollback", "silence"})
  void eachSubcommandHelpsInTheLanguageAskedFor(String subcommand) {
    assertThat(CommandRun.english(subcommand, "--help").out())
        .startsWith("Usage: rules " + subcommand)
        .doesNotContainPattern("[\\p{IsHan}]");
    assertThat(CommandRun.run(Locale.SIMPLIFIED_CHINESE, subcommand, "--help").out())
        .startsWith("用法：")
        .contains("rules " + subcommand)
        .doesNotContain("Usage");
  }

  @Test
  void withoutASubcommandItSaysWhatIsMissing() {
    CommandRun run = CommandRun.english();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("say which command to run");
  }
}
