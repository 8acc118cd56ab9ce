package city.xueliang.benchmark.console;

import city.xueliang.console.ConsoleServer;
import city.xueliang.console.ConsoleSettings;
import city.xueliang.console.StoreSettings;
import city.xueliang.local.store.StoreTables;
import city.xueliang.store.reading.QuestDbSource;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;

/**
 * The console's server in a process of its own. It prints its port, answers each line that it is
 * sent with what it has used, and ends when nobody can send lines any more.
 */
public final class ServerMain {
  private ServerMain() {}

  /**
   * What the process has used.
   *
   * @param cpuNanos since it started
   * @param heapBytes in use, garbage among them
   * @param heapCommittedBytes taken from the system
   */
  public record Used(long cpuNanos, long heapBytes, long heapCommittedBytes) {}

  /** Takes the broker's address and the store's. */
  public static void main(String[] arguments) throws IOException {
    ConsoleSettings settings =
        ConsoleSettings.onLoopback(
            0,
            arguments[0],
            StoreSettings.of(new QuestDbSource(arguments[1], StoreTables.HISTORY_SUFFIX)),
            ServedCity.TIME_ZONE);
    ObjectMapper json = new ObjectMapper();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (ConsoleServer server = ConsoleServer.start(settings)) {
      System.out.println(server.port());
      while (lines.readLine() != null) {
        System.out.println(json.writeValueAsString(used()));
      }
    }
  }

  private static Used used() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    return new Used(system.getProcessCpuTime(), heap.getUsed(), heap.getCommitted());
  }
}
