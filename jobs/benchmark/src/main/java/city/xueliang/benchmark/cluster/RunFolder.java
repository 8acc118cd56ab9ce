package city.xueliang.benchmark.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A folder that a run makes for itself. */
public record RunFolder(Path path) {
  /** Makes one, which is deleted when this process ends, if not before. */
  public static RunFolder in(Path parent) throws IOException {
    Files.createDirectories(parent);
    RunFolder folder = new RunFolder(Files.createTempDirectory(parent, "run-"));
    // Also when the run is stopped: the rows of a day are many gigabytes.
    Runtime.getRuntime().addShutdownHook(new Thread(folder::deleteAtTheEnd));
    return folder;
  }

  /** Of all files below that qualify; one that is deleted meanwhile counts nothing. */
  public static long bytes(Path below, Predicate<Path> qualifies) throws IOException {
    try (Stream<Path> files = Files.walk(below)) {
      return files.filter(Files::isRegularFile).filter(qualifies).mapToLong(RunFolder::size).sum();
    }
  }

  public void delete() throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(path)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.deleteIfExists(file);
    }
  }

  private void deleteAtTheEnd() {
    try {
      if (Files.exists(path)) {
        delete();
      }
    } catch (IOException | UncheckedIOException e) {
      System.err.println("Not deleted: " + path + ", " + e.getMessage());
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
