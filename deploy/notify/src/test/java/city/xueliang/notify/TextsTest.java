package city.xueliang.notify;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.notify.happening.Happening;
import city.xueliang.schemas.AlertCause;
import city.xueliang.schemas.CameraKind;
import city.xueliang.schemas.Colour;
import city.xueliang.schemas.CommandLevel;
import city.xueliang.schemas.Quantity;
import city.xueliang.schemas.ReasonCode;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  private static final Control NO_FALLBACK =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  /** Nothing but places to be filled: there is no language in them. */
  private static final Set<String> OF_NO_LANGUAGE = Set.of("command-level", "evidence", "title");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "city.xueliang.notify.texts",
        "city.xueliang.notify.config.texts",
        "city.xueliang.notify.message.texts"
      })
  void everyTextIsThereInBothLanguages(String bundle) {
    ResourceBundle chinese =
        ResourceBundle.getBundle(bundle, Locale.SIMPLIFIED_CHINESE, NO_FALLBACK);
    ResourceBundle english = ResourceBundle.getBundle(bundle, Locale.ENGLISH, NO_FALLBACK);
    assertThat(english.keySet()).isEqualTo(chinese.keySet());
    // What is missing in English would be taken from the Chinese file.
    for (String key : chinese.keySet()) {
      if (!OF_NO_LANGUAGE.contains(key)) {
        assertThat(english.getString(key)).as(key).isNotEqualTo(chinese.getString(key));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void everyValueOfTheContractHasAWord(String language) {
    ResourceBundle words =
        ResourceBundle.getBundle(
            "city.xueliang.notify.message.texts", Locale.forLanguageTag(language), NO_FALLBACK);
    assertThat(
            Stream.of(
                    AlertCause.values(),
                    CameraKind.values(),
                    Colour.values(),
                    CommandLevel.values(),
                    Happening.values(),
                    Quantity.values(),
                    ReasonCode.values())
                .flatMap(Stream::of)
                .map(TextsTest::key))
        .allMatch(words::containsKey);
  }

  @Test
  void theCommandIsExplainedInBothLanguages() {
    assertThat(Notify.commandLine(Locale.ENGLISH).getSubcommands().get("run").getUsageMessage())
        .contains("Listens on no port", "--from-beginning", "CONFIG");
    assertThat(
            Notify.commandLine(Locale.SIMPLIFIED_CHINESE)
                .getSubcommands()
                .get("check")
                .getUsageMessage())
        .contains("不发送任何消息");
  }

  private static String key(Enum<?> value) {
    return value.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT) + "." + value.name();
  }
}
