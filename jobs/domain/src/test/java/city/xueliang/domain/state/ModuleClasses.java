package city.xueliang.domain.state;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the build of this module made of its sources and resources. */
public final class ModuleClasses {
  private static final String SUFFIX = ".class";

  private ModuleClasses() {}

  /** The folder of the classes and resources that are not of tests. */
  public static Path folder() throws URISyntaxException {
    return Path.of(BinaryForm.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** All classes that can be made and implement this interface. */
  static List<Class<?>> implementing(Class<?> type) throws IOException, URISyntaxException {
    Path folder = folder();
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> folder.relativize(file).toString())
          .filter(file -> file.endsWith(SUFFIX))
          .<Class<?>>map(ModuleClasses::load)
          .filter(found -> type.isAssignableFrom(found) && !found.isInterface())
          .toList();
    }
  }

  private static Class<?> load(String file) {
    String name = file.substring(0, file.length() - SUFFIX.length()).replace('/', '.');
    try {
      return Class.forName(name, false, ModuleClasses.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
