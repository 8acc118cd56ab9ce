package city.xueliang.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.xueliang.domain.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  private static final Texts TEXTS = Texts.of(LocalCity.class, Locale.ENGLISH);

  @TempDir private Path path;

  @Test
  void aFolderThatThisReleaseLeftIsTakenAgain() throws Exception {
    try (DataFolder first = open(false)) {
      Files.createDirectories(first.flink());
    }

    try (DataFolder second = open(false)) {
      assertThat(second.flink()).exists();
    }
  }

  @Test
  void whatAnotherReleaseLeftIsRefusedAndStays() throws Exception {
    Files.createDirectories(path.resolve("flink"));

    assertThatThrownBy(() -> open(false))
        .isInstanceOf(CityException.class)
        .hasMessageContaining("another release")
        .hasMessageContaining("--fresh");
    assertThat(path.resolve("flink")).exists();
  }

  @Test
  void freshClearsWhatAnotherReleaseLeft() throws Exception {
    Files.createDirectories(path.resolve("flink"));

    open(true).close();
    try (DataFolder again = open(false)) {
      assertThat(again.flink()).doesNotExist();
    }
  }

  private DataFolder open(boolean fresh) throws Exception {
    return DataFolder.open(path, fresh, TEXTS);
  }
}
