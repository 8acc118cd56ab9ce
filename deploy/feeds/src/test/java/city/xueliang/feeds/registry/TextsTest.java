package city.xueliang.feeds.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static final Control NO_FALLBACK =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  @Test
  void everyTextIsThereInBothLanguages() {
    ResourceBundle chinese =
        ResourceBundle.getBundle(PublishCommand.HELP, Locale.SIMPLIFIED_CHINESE, NO_FALLBACK);
    ResourceBundle english =
        ResourceBundle.getBundle(PublishCommand.HELP, Locale.ENGLISH, NO_FALLBACK);
    assertThat(english.keySet()).isEqualTo(chinese.keySet());
    // An English text that is missing would come from the Chinese file, so the words are looked at.
    for (String key : chinese.keySet()) {
      assertThat(english.getString(key)).as(key).isNotEqualTo(chinese.getString(key));
    }
  }
}
