package city.xueliang.local;

import city.xueliang.domain.text.Texts;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder in which a city keeps everything, held by one city at a time. */
final class DataFolder implements AutoCloseable {
  private static final long MEBIBYTE = 1L << 20;

  /** Less than this, and a start makes no sense. */
  private static final long LEAST_TO_START = 512 * MEBIBYTE;

  /** Less than this, and the city stops before its servers fail in ways of their own. */
  private static final long LEAST_TO_RUN = 128 * MEBIBYTE;

  private static final List<String> PARTS = List.of("kafka", "store", "flink", "log", "truth");

  /**
   * How the parts are laid out, the job's state among them. It rises with every change after which
   * the parts of before could not be read.
   */
  private static final String LAYOUT = "3";

  private final Path path;
  private final FileChannel lockFile;

  private DataFolder(Path path, FileChannel lockFile) {
    this.path = path;
    this.lockFile = lockFile;
  }

  /**
   * Takes the folder.
   *
   * @param fresh whether what an earlier run left is deleted
   */
  static DataFolder open(Path path, boolean fresh, Texts texts) throws CityException {
    try {
      Files.createDirectories(path);
      FileChannel lockFile =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!lock(lockFile)) {
        lockFile.close();
        throw new CityException(texts.text("folder-in-use", path));
      }
      DataFolder folder = new DataFolder(path, lockFile);
      if (fresh) {
        folder.deleteParts();
      }
      folder.requireLayout(texts);
      folder.requireSpace(LEAST_TO_START, texts);
      return folder;
    } catch (IOException e) {
      throw new CityException(texts.text("folder-unusable", path, e.getMessage()));
    }
  }

  Path kafka() {
    return path.resolve("kafka");
  }

  Path store() {
    return path.resolve("store");
  }

  Path flink() {
    return path.resolve("flink");
  }

  Path log() {
    return path.resolve("log").resolve("city.log");
  }

  /** Where the simulator says what truly happened, one file for each of its runs. */
  Path truth() {
    return path.resolve("truth");
  }

  /** Fails when the disk is nearly full. */
  void requireSpaceToRun(Texts texts) throws CityException {
    try {
      requireSpace(LEAST_TO_RUN, texts);
    } catch (IOException e) {
      throw new CityException(texts.text("folder-unusable", path, e.getMessage()));
    }
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }

  /** Fails on what another release left, before a server or the job fails in ways of its own. */
  private void requireLayout(Texts texts) throws IOException, CityException {
    Path layout = path.resolve("layout");
    boolean isNew = Stream.of(kafka(), store(), flink()).noneMatch(Files::exists);
    if (!isNew && !(Files.exists(layout) && Files.readString(layout).strip().equals(LAYOUT))) {
      throw new CityException(texts.text("folder-of-another-release", path));
    }
    Files.writeString(layout, LAYOUT);
  }

  private void requireSpace(long least, Texts texts) throws IOException, CityException {
    long free = Files.getFileStore(path).getUsableSpace();
    if (free < least) {
      throw new CityException(texts.text("disk-full", path, free / MEBIBYTE, least / MEBIBYTE));
    }
  }

  private void deleteParts() throws IOException {
    for (String part : PARTS) {
      Path folder = path.resolve(part);
      if (Files.exists(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    }
  }

  private static boolean lock(FileChannel file) throws IOException {
    try {
      FileLock lock = file.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      // Another city of this same JVM has it.
      return false;
    }
  }
}
