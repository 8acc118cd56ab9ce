package city.xueliang.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TextsTest {
  @Test
  void everyTextIsThereInBothLanguages() throws IOException {
    Properties chinese = read("texts.properties");
    Properties english = read("texts_en.properties");

    assertThat(english.stringPropertyNames()).isNotEmpty().isEqualTo(chinese.stringPropertyNames());
    assertThat(chinese.values()).doesNotContain("");
    assertThat(english.values()).doesNotContain("");
  }

  /** Languages are called by their own names in every language. */
  @Test
  void englishTextsAreEnglish() throws IOException {
    Properties english = read("texts_en.properties");

    assertThat(english.stringPropertyNames())
        .filteredOn(key -> !key.startsWith("language."))
        .noneMatch(key -> english.getProperty(key).codePoints().anyMatch(Character::isIdeographic));
  }

  private static Properties read(String file) throws IOException {
    try (InputStream stream = PageFiles.class.getResourceAsStream(file)) {
      Properties texts = new Properties();
      texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return texts;
    }
  }
}
