package city.xueliang.console.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Files on the class path, asked for by paths that come from outside. */
final class Resources {
  private static final Pattern PATH =
      Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

  private Resources() {}

  /** Whether the path stays below where it begins. */
  static boolean isBelow(String path) {
    return PATH.matcher(path).matches();
  }

  /**
   * A file; nothing if there is none.
   *
   * @param folder absolute, with a slash at its end
   */
  static Optional<byte[]> read(String folder, String path) {
    if (!isBelow(path)) {
      return Optional.empty();
    }
    try (InputStream file = Resources.class.getResourceAsStream(folder + path)) {
      return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
