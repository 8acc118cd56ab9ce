package city.xueliang.store.grafana;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The data sources that Grafana is given. */
final class DataSources {
  private static final Path FILE =
      Path.of("../../deploy/cluster/grafana/provisioning/datasources/xueliang.yaml");
  private static final Pattern SOURCE =
      Pattern.compile("uid: (\\S+).*?dbName: (\\S+)", Pattern.DOTALL);

  /** Database of each, by uid. */
  static final Map<String, String> DATABASES =
      SOURCE
          .matcher(text())
          .results()
          .collect(Collectors.toMap(source -> source.group(1), source -> source.group(2)));

  private DataSources() {}

  private static String text() {
    try {
      return Files.readString(FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
