package city.xueliang.feeds.registry;

import static city.xueliang.feeds.registry.WrittenFiles.DEVICES;
import static city.xueliang.feeds.registry.WrittenFiles.GRID;
import static city.xueliang.feeds.registry.WrittenFiles.PLACES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFormTest {
  private static final String CAMERA = "63010500001320000001";

  @TempDir private Path folder;
  private WrittenFiles files;

  @BeforeEach
  void startWithoutFiles() {
    files = new WrittenFiles(folder);
  }

  @Test
  void aLineIsNamedByItsNumberInTheFileDespiteLineBreaksInQuotes() {
    files.with("places.csv", PLACES, "630100,city,,\"西宁", "市\"", "", "6301,city,,x");
    assertThat(files.problems())
        .extracting("line", "key")
        .containsExactly(tuple(5, "registry.code-form-city"));
  }

  @Test
  void everyWrongColumnIsToldAndTheLinesAreStillJudged() {
    files.with("places.csv", "code,level,name,nameZh,owner", "6301,city,西宁市,西宁市,x");
    assertThat(files.problems())
        .extracting("line", "field", "key")
        .containsExactly(
            tuple(1, "nameZh", "file.repeated-column"),
            tuple(1, "owner", "file.unknown-column"),
            tuple(1, "parent", "file.missing-column"),
            tuple(2, "code", "registry.code-form-city"));
  }

  @Test
  void aFileWithoutNamesOfColumnsIsRefused() {
    files.with("places.csv", "630100,city,,西宁市");
    assertThat(files.problems()).extracting("line", "key").containsExactly(tuple(1, "file.header"));
  }

  @Test
  void aLineWithAnotherNumberOfValuesIsTold() {
    files.with("places.csv", PLACES, "630100,city,,西宁,市", "630100,city,");
    assertThat(files.problems())
        .extracting("line", "key", "arguments")
        .containsExactly(
            tuple(2, "file.value-count", List.of(5, 4)),
            tuple(3, "file.value-count", List.of(3, 4)));
  }

  @Test
  void aQuoteThatNeverEndsIsTold() {
    files.with("places.csv", PLACES, "630100,city,,西宁市", "630105,district,630100,\"城北区");
    assertThat(files.problems())
        .extracting("line", "key")
        .containsExactly(tuple(3, "file.malformed-csv"));
  }

  @Test
  void aFileWithNothingButNamesOfColumnsIsEmpty() {
    assertThat(files.withCity().with("devices.csv", DEVICES).problems())
        .extracting("file", "line", "key")
        .containsExactly(tuple("devices.csv", 0, "file.empty"));
  }

  @Test
  void aFileInAnotherEncodingIsTold() {
    byte[] gbk = {(byte) 0xCE, (byte) 0xF7, (byte) 0xC4, (byte) 0xFE};
    assertThat(files.withBytes("places.csv", gbk).problems())
        .extracting("key")
        .containsExactly("file.not-utf8");
  }

  @Test
  void aFileOfAnotherKindIsRefused() {
    assertThat(files.with("places.xlsx", "PK").problems())
        .extracting("key")
        .containsExactly("file.kind");
  }

  @Test
  void whatAMissingFileMayHoldIsNotMissedInTheOthers() {
    files.paths().add(folder.resolve("places.csv"));
    files.with("devices.csv", DEVICES, CAMERA + "," + GRID + ",CAMERA,0,switch-01,");
    assertThat(files.problems())
        .extracting("file", "key")
        .containsExactly(
            tuple("places.csv", "file.not-found"),
            tuple("devices.csv", "registry.interval-too-short"));
  }
}
