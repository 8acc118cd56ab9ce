package city.xueliang.local.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder in which Flink keeps its checkpoints.
 *
 * @param path absolute
 */
record CheckpointFolder(Path path) {
  private static final String METADATA = "_metadata";

  /**
   * The newest finished checkpoint of any run; a checkpoint is finished once its metadata are
   * there.
   */
  Optional<Path> newest() throws IOException {
    if (!Files.isDirectory(path)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(path, 3)) {
      return files
          .filter(file -> file.endsWith(METADATA))
          .max(Comparator.comparing(CheckpointFolder::modified))
          .map(Path::getParent);
    }
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      // Flink deleted it since the folder was listed.
      return FileTime.fromMillis(0);
    }
  }
}
