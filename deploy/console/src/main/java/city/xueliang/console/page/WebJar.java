package city.xueliang.console.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/**
 * A library for browsers on the class path.
 *
 * @param artifact its Maven name
 * @param main path of the module that stands for the whole library
 */
record WebJar(String artifact, String main) {
  /** A file of the library; nothing if there is none. */
  Optional<byte[]> read(String path) {
    return Resources.read(
        "/META-INF/resources/webjars/%s/%s/".formatted(artifact, version()), path);
  }

  private String version() {
    String name = "/META-INF/maven/org.webjars.npm/%s/pom.properties".formatted(artifact);
    try (InputStream file = WebJar.class.getResourceAsStream(name)) {
      Properties properties = new Properties();
      properties.load(file);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
