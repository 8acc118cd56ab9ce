package city.xueliang.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second server, of this or another process, off a folder. Kafka has a lock of its own, but
 * takes it only after its controller has written there. The lock ends with its process.
 */
final class FolderLock implements AutoCloseable {
  private final FileChannel file;

  private FolderLock(FileChannel file) {
    this.file = file;
  }

  /**
   * @param server as the message shall name it
   * @param folder is made if missing
   * @throws IllegalStateException if another server uses the folder
   */
  static FolderLock take(String server, Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel file =
          FileChannel.open(
              folder.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isLocked(file)) {
        file.close();
        throw new IllegalStateException(
            "%s cannot use the folder %s: another one runs over it. Stop that one, or choose another folder."
                .formatted(server, folder));
      }
      return new FolderLock(file);
    } catch (IOException e) {
      throw new UncheckedIOException(server + " cannot use the folder " + folder, e);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isLocked(FileChannel file) throws IOException {
    try {
      return file.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }
}
