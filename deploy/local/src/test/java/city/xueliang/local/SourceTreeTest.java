package city.xueliang.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules about the whole tree's source files that no compiler holds. */
class SourceTreeTest {
  private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
  private static final Pattern HAS_TESTS =
      Pattern.compile(
          "^\\s*@(Test|ParameterizedTest|Property|ArchTest|TestFactory)\\b", Pattern.MULTILINE);
  private static final Pattern TEST_NAME = Pattern.compile(".*(Test|OperatorTest|ITCase)\\.java");

  @Test
  void classesWithTestsHaveASuffixByWhichTheyAreRun() throws IOException {
    assertThat(sources("src/test/java"))
        .filteredOn(file -> HAS_TESTS.matcher(text(file)).find())
        .filteredOn(file -> !text(file).contains("abstract class"))
        .isNotEmpty()
        .allMatch(file -> TEST_NAME.matcher(file.toString()).matches());
  }

  @Test
  void nothingIsLeftToDoAndNoTestSleepsOrIsSwitchedOff() throws IOException {
    Pattern leftover =
        Pattern.compile("TO" + "DO|FIX" + "ME|XX" + "X|@Dis" + "abled|Thread\\.sle" + "ep");
    assertThat(sources("src")).filteredOn(file -> leftover.matcher(text(file)).find()).isEmpty();
  }

  @Test
  void onlyTheAgreedEntriesStandAtTheTop() throws IOException {
    try (Stream<Path> entries = Files.list(PROJECT)) {
      assertThat(entries.map(entry -> entry.getFileName().toString()))
          .filteredOn(name -> !name.startsWith("."))
          .isSubsetOf("LICENSE", "README.md", "deploy", "jobs", "pom.xml", "schemas", "target");
    }
  }

  private static List<Path> sources(String part) throws IOException {
    try (Stream<Path> files = Files.walk(PROJECT)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().contains("/" + part + "/"))
          .filter(file -> !file.toString().contains("/target/"))
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
