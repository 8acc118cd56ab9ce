package city.xueliang.feeds.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  private static final Control NO_FALLBACK =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  @ParameterizedTest
  @ValueSource(
      strings = {"city.xueliang.feeds.simulate.texts", "city.xueliang.feeds.simulate.option.texts"})
  void everyTextIsThereInBothLanguages(String bundle) {
    ResourceBundle chinese =
        ResourceBundle.getBundle(bundle, Locale.SIMPLIFIED_CHINESE, NO_FALLBACK);
    ResourceBundle english = ResourceBundle.getBundle(bundle, Locale.ENGLISH, NO_FALLBACK);
    assertThat(english.keySet()).isEqualTo(chinese.keySet());
    // What is missing in English would be taken from the Chinese file.
    for (String key : chinese.keySet()) {
      assertThat(english.getString(key)).as(key).isNotEqualTo(chinese.getString(key));
    }
  }
}
