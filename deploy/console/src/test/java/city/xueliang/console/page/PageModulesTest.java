package city.xueliang.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a build step would have found in the page's modules, which have none. */
class PageModulesTest {
  private static final int MOST_LINES = 200;
  private static final Pattern ASKED_TEXT = Pattern.compile("\\btext\\(\\s*'([a-zA-Z0-9.-]+)'");
  private static final Pattern IMPORTED =
      Pattern.compile("\\b(?:from|import)\\s*\\(?\\s*'([./][^']+)'");
  private static final Pattern IMPORTED_AT_ONCE =
      Pattern.compile("^(?:import|export|\\}).*?'([./][^']+)';", Pattern.MULTILINE);
  private static final Pattern LINKED = Pattern.compile("(?:href|src)=\"([^\"]+)\"");

  private static final String API = "/api/";

  /** Scripts, styles and handlers in line, and text that becomes markup or code. */
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "\\sstyle=|\\son[a-z]+=|<script>|<style|innerHTML|insertAdjacentHTML|unsafeHTML"
              + "|\\beval\\(|new Function|document\\.write");

  private final Libraries libraries = new Libraries("/lib/");

  @Test
  void everyTextThatIsAskedForIsThere() throws IOException, URISyntaxException {
    Properties texts = new Properties();
    texts.load(new StringReader(Files.readString(folder().resolve("texts.properties"))));

    for (Path module : modules()) {
      assertThat(found(ASKED_TEXT, Files.readString(module)))
          .as("texts that %s asks for", module.getFileName())
          .allMatch(texts::containsKey);
    }
  }

  @Test
  void everyImportLeadsToAModule() throws IOException, URISyntaxException {
    for (Path module : modules()) {
      assertThat(found(IMPORTED, Files.readString(module)))
          .as("imports of %s", module.getFileName())
          .allMatch(this::isServed);
    }
  }

  @Test
  void everythingThatTheFirstDocumentNamesIsThere() throws IOException, URISyntaxException {
    assertThat(linked().filter(path -> !path.startsWith(API)))
        .isNotEmpty()
        .allMatch(this::isServed);
  }

  @Test
  void theFirstDocumentAsksForNothingThatNoModuleTakes() throws IOException, URISyntaxException {
    StringBuilder all = new StringBuilder();
    for (Path module : modules()) {
      all.append(Files.readString(module));
    }

    assertThat(linked().filter(path -> path.startsWith(API)))
        .isNotEmpty()
        .allSatisfy(path -> assertThat(all).contains("get('" + path + "')"));
  }

  @Test
  void theFirstDocumentAsksForAllModulesOfTheWall() throws IOException, URISyntaxException {
    assertThat(linked())
        .containsAll(
            importedAtOnce("main.js", "wall-page.js").stream()
                .map(name -> name.startsWith("/") ? name : "/page/" + name)
                .toList());
  }

  @Test
  void nothingNeedsWhatAStrictPolicyForbids() throws IOException, URISyntaxException {
    List<Path> all =
        Stream.concat(modules().stream(), Stream.of(folder().resolve("index.html"))).toList();

    for (Path file : all) {
      assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(FORBIDDEN);
    }
  }

  @Test
  void theWallNeedsNoCharts() throws IOException, URISyntaxException {
    assertThat(importedAtOnce("main.js", "wall-page.js"))
        .contains("city-map.js", "alert-list.js")
        .noneMatch(name -> name.contains("echarts"));
  }

  @Test
  void noModuleIsLong() throws IOException, URISyntaxException {
    for (Path module : modules()) {
      assertThat(Files.readAllLines(module).size())
          .as(module.toString())
          .isLessThanOrEqualTo(MOST_LINES);
    }
  }

  private static Set<String> importedAtOnce(String... first)
      throws IOException, URISyntaxException {
    Set<String> names = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(first));
    while (!open.isEmpty()) {
      String name = open.pop();
      if (names.add(name) && !name.startsWith("/")) {
        found(IMPORTED_AT_ONCE, Files.readString(folder().resolve(name)))
            .map(path -> path.replace("./", ""))
            .forEach(open::push);
      }
    }
    return names;
  }

  private static Stream<String> linked() throws IOException, URISyntaxException {
    return found(LINKED, Files.readString(folder().resolve("index.html")));
  }

  private boolean isServed(String path) {
    String name = path.replaceFirst("^(\\./|/page/)", "");
    return path.startsWith("/lib/")
        ? libraries.file(path.substring("/lib/".length())).isPresent()
        : PageModulesTest.class.getResource(name) != null;
  }

  private static Stream<String> found(Pattern pattern, String content) {
    return pattern.matcher(content).results().map((MatchResult result) -> result.group(1));
  }

  private static List<Path> modules() throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.filter(file -> file.toString().endsWith(".js")).sorted().toList();
    }
  }

  private static Path folder() throws URISyntaxException {
    return Path.of(Objects.requireNonNull(PageFiles.class.getResource("index.html")).toURI())
        .getParent();
  }
}
