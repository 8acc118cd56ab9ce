package city.xueliang.feeds.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.xueliang.domain.place.Registry;
import city.xueliang.domain.text.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Registry files in a folder of a test, in the order in which they were written. */
final class WrittenFiles {
  static final String PLACES = "code,level,parent,nameZh";
  static final String DEVICES = "deviceId,grid,modelClass,reportIntervalSeconds,segment,retiredAt";
  static final String GRID = "630105002001001";

  private final Path folder;
  private final List<Path> files = new ArrayList<>();

  WrittenFiles(Path folder) {
    this.folder = folder;
  }

  WrittenFiles with(String name, String... lines) {
    return withBytes(name, String.join("\n", lines).getBytes(UTF_8));
  }

  WrittenFiles withBytes(String name, byte[] bytes) {
    try {
      files.add(Files.write(folder.resolve(name), bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** A city with one grid, {@link #GRID}. */
  WrittenFiles withCity() {
    return with(
        "city.csv",
        PLACES,
        "630100,city,,西宁市",
        "630105,district,630100,城北区",
        "630105002,street,630105,小桥大街街道",
        "630105002001,community,630105002,毛胜寺社区",
        GRID + ",grid,630105002001,毛胜寺第一网格");
  }

  List<Path> paths() {
    return files;
  }

  Registry read() throws InvalidRegistryException {
    return RegistryFiles.read(files);
  }

  /** With the files' names alone; fails if there are none. */
  List<Problem> problems() {
    return catchThrowableOfType(InvalidRegistryException.class, this::read).problems().stream()
        .map(this::withoutFolder)
        .toList();
  }

  private Problem withoutFolder(Problem problem) {
    return new Problem(
        problem.file().replace(folder + "/", ""),
        problem.line(),
        problem.field(),
        problem.key(),
        problem.arguments());
  }
}
