package city.xueliang.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Programs that some tests need beside Java. */
public final class OptionalProgram {
  private OptionalProgram() {}

  /**
   * Where on this machine's PATH the program is. If it is not there, the test is skipped; where the
   * system property {@code xueliang.require-optional} is true, it fails instead.
   *
   * @param debianPackage that brings it
   */
  public static Path require(String program, String debianPackage) {
    Path found =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
            .map(directory -> Path.of(directory, program))
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    String missing =
        "%s is not on the PATH (Debian and Ubuntu: apt install %s)"
            .formatted(program, debianPackage);
    if (Boolean.getBoolean("xueliang.require-optional")) {
      Assertions.assertNotNull(found, missing);
    }
    Assumptions.assumeTrue(found != null, missing);
    return found;
  }
}
