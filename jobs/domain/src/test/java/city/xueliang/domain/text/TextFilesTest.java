package city.xueliang.domain.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.domain.state.ModuleClasses;
import java.io.IOException;
import java.io.Reader;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of every package of the module, as they stand in their files. */
class TextFilesTest {
  @ParameterizedTest
  @MethodSource("chineseFiles")
  void everyTextExistsInBothLanguages(Path chinese) throws IOException {
    assertThat(texts(english(chinese)).keySet()).isEqualTo(texts(chinese).keySet());
  }

  @ParameterizedTest
  @MethodSource("chineseFiles")
  void bothLanguagesTellTheSameFigures(Path chinese) throws IOException {
    Map<String, String> english = texts(english(chinese));

    texts(chinese)
        .forEach(
            (key, text) -> assertThat(places(english.get(key))).as(key).isEqualTo(places(text)));
  }

  @Test
  void noEnglishFileStandsAlone() throws Exception {
    assertThat(files("texts_en.properties"))
        .containsExactlyInAnyOrderElementsOf(chineseFiles().map(TextFilesTest::english).toList());
  }

  static Stream<Path> chineseFiles() throws IOException, URISyntaxException {
    return files("texts.properties").stream();
  }

  private static Path english(Path chinese) {
    return chinese.resolveSibling("texts_en.properties");
  }

  /** Which of ten arguments the pattern shows. */
  private static List<String> places(String pattern) {
    List<String> arguments = IntStream.range(0, 10).mapToObj("<%d>"::formatted).toList();
    String filled = new MessageFormat(pattern, Locale.ROOT).format(arguments.toArray());
    return arguments.stream().filter(filled::contains).toList();
  }

  private static List<Path> files(String name) throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.walk(ModuleClasses.folder())) {
      return files.filter(file -> file.endsWith(name)).toList();
    }
  }

  private static Map<String, String> texts(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
      properties.load(reader);
    }
    Map<String, String> texts = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    return texts;
  }
}
