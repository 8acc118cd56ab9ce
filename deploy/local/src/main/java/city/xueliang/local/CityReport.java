package city.xueliang.local;

import city.xueliang.local.flink.JobFigures;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** The line of JSON that a city prints at its end: all that this run did. */
final class CityReport {
  private static final Path PROCESS_STATUS = Path.of("/proc/self/status");

  private CityReport() {}

  /**
   * The line.
   *
   * @param places with rows, if that is known
   */
  static String line(JobFigures figures, Optional<Long> places, double secondsToReady) {
    ObjectNode line = new ObjectMapper().createObjectNode();
    line.put("read", figures.read());
    ObjectNode rejected = line.putObject("rejected");
    figures.rejected().forEach(rejected::put);
    line.put("duplicates", figures.duplicates());
    line.put("late", figures.late());
    line.put("rowsWritten", figures.rowsWritten());
    places.ifPresent(n -> line.put("placesWithRows", n));
    line.put("alertsOpened", figures.alertsOpened());
    line.put("alertsCleared", figures.alertsCleared());
    line.put("jobRestarts", figures.restarts());
    line.put("secondsToReady", secondsToReady);
    peakMebibytes().ifPresent(n -> line.put("peakResidentMebibytes", n));
    return line.toString();
  }

  /**
   * The most memory that this process ever had resident; nothing where the system does not tell.
   */
  private static OptionalLong peakMebibytes() {
    try {
      return Files.readAllLines(PROCESS_STATUS).stream()
          .filter(entry -> entry.startsWith("VmHWM:"))
          .mapToLong(entry -> Long.parseLong(entry.replaceAll("\\D", "")) / 1024)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
