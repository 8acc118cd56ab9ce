package city.xueliang.console.page;

import city.xueliang.console.http.ServedFile;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The page's own files and texts. */
final class PageFiles {
  private static final String RESOURCES = "/city/xueliang/console/page/";

  private final Path folder;
  private final Map<String, ServedFile> served = new ConcurrentHashMap<>();

  /**
   * @param folder from which the files are read anew each time, for somebody who changes them; null
   *     for those that were built
   */
  PageFiles(Path folder) {
    this.folder = folder;
  }

  /** A file; nothing if there is none. */
  Optional<ServedFile> file(String path) {
    return kept(
        path,
        () ->
            ServedFile.type(path)
                .flatMap(type -> read(path).map(content -> new ServedFile(type, content))));
  }

  /**
   * The page's texts by their keys, as a JSON object; nothing if there are none.
   *
   * @param file such as {@code texts_en.properties}
   */
  Optional<ServedFile> texts(String file) {
    return kept(file, () -> read(file).map(PageFiles::json));
  }

  private Optional<ServedFile> kept(String path, Supplier<Optional<ServedFile>> load) {
    ServedFile known = served.get(path);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<ServedFile> loaded = load.get();
    if (folder == null) {
      loaded.ifPresent(file -> served.put(path, file));
    }
    return loaded;
  }

  private Optional<byte[]> read(String path) {
    if (folder == null) {
      return Resources.read(RESOURCES, path);
    }
    if (!Resources.isBelow(path)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readAllBytes(folder.resolve(path)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ServedFile json(byte[] properties) {
    Properties texts = new Properties();
    try {
      texts.load(new StringReader(new String(properties, StandardCharsets.UTF_8)));
      return new ServedFile(
          "application/json", new ObjectMapper().writeValueAsBytes(new TreeMap<>(texts)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
