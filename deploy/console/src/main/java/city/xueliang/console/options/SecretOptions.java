package city.xueliang.console.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Secrets come from a file or an environment variable: a command line is seen by everybody. */
final class SecretOptions {
  private SecretOptions() {}

  /**
   * Where a secret comes from.
   *
   * @param option that it belongs to, without {@code -file} and {@code -env}
   * @param file null if none is given
   * @param variable null if none is given
   * @return nothing if neither is given
   */
  static Optional<Supplier<String>> secret(
      String option, Path file, String variable, Map<String, String> environment)
      throws WrongOptionException {
    if (file != null && variable != null) {
      throw new WrongOptionException("two-secrets", option);
    }
    if (file != null) {
      String read = read(option, file);
      return Optional.of(() -> read);
    }
    if (variable == null) {
      return Optional.empty();
    }
    String value = environment.getOrDefault(variable, "");
    if (value.isEmpty()) {
      throw new WrongOptionException("variable-missing", option + "-env", variable);
    }
    return Optional.of(() -> value);
  }

  private static String read(String option, Path file) throws WrongOptionException {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new WrongOptionException("file-unreadable", option + "-file", file, e.toString());
    }
  }
}
