package city.xueliang.rules;

import city.xueliang.domain.rule.RuleFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The files of a command, and how they are to be understood. */
final class FileArguments {
  @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "files")
  private List<Path> files;

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      defaultValue = "Asia/Shanghai",
      descriptionKey = "time-zone")
  private ZoneId zone;

  @Option(
      names = "--seat",
      paramLabel = "SEAT",
      defaultValue = "630100-ops-01",
      descriptionKey = "seat")
  private String seat;

  List<Path> files() {
    return files;
  }

  ZoneId zone() {
    return zone;
  }

  String seat() {
    return seat;
  }

  RuleFiles read() throws IOException {
    RuleFiles read = new RuleFiles(zone, seat);
    for (Path file : files) {
      read.add(file);
    }
    return read;
  }
}
