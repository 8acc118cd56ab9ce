package city.xueliang.local;

import city.xueliang.placewatch.PlaceWatchOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A city in a process of its own, as a user starts it. */
final class CityProcess implements AutoCloseable {
  /** What every city has in its environment, to be sent to an InfluxDB and shown nowhere. */
  static final String TOKEN = "a-token-of-a-test";

  private static final Duration LONGEST_START = Duration.ofSeconds(90);

  private final Process process;
  private final Path output;
  private final CityPorts ports;

  private CityProcess(Process process, Path output, CityPorts ports) {
    this.process = process;
    this.output = output;
    this.ports = ports;
  }

  /** Ports of 127.0.0.1. */
  record CityPorts(int kafka, int store, int flink, int metrics, int console) {
    static CityPorts free() throws IOException {
      return new CityPorts(freePort(), freePort(), freePort(), freePort(), freePort());
    }

    private static int freePort() throws IOException {
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      }
    }
  }

  /** Starts a city over this folder and returns at once. */
  static CityProcess start(Path data, CityPorts ports, String... options) throws IOException {
    Path output = Files.createTempFile(data.getParent(), "city", ".out");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx896m",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dlog4j2.configurationFile=log4j2.xml",
                "-Dxueliang.home=" + Path.of("../..").toAbsolutePath().normalize(),
                "-cp",
                System.getProperty("java.class.path"),
                LocalCity.class.getName(),
                "--data=" + data,
                "--kafka-port=" + ports.kafka(),
                "--store-port=" + ports.store(),
                "--flink-port=" + ports.flink(),
                "--metrics-port=" + ports.metrics(),
                "--console-port=" + ports.console()));
    command.addAll(List.of(options));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().put("XUELIANG_LANG", "en");
    builder.environment().put(PlaceWatchOptions.TOKEN_VARIABLE, TOKEN);
    return new CityProcess(builder.start(), output, ports);
  }

  CityProcess awaitReady() {
    Awaitility.await("ready").atMost(LONGEST_START).until(() -> !process.isAlive() || isReady());
    if (!process.isAlive()) {
      throw new IllegalStateException("The city has ended:\n" + text());
    }
    return this;
  }

  /** Whether all is shown that a ready city shows. */
  private boolean isReady() {
    return text().contains("Ready (") && text().contains("Ctrl-C stops.");
  }

  String kafka() {
    return "127.0.0.1:" + ports.kafka();
  }

  String store() {
    return "http://127.0.0.1:" + ports.store();
  }

  CityPorts ports() {
    return ports;
  }

  /** All that it has printed. */
  String text() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The last line that it has printed. */
  String lastLine() {
    List<String> lines = text().lines().toList();
    return lines.get(lines.size() - 1);
  }

  /** Waits for the end; the exit code. */
  int awaitEnd(Duration limit) throws InterruptedException {
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("The city has not ended in " + limit + ":\n" + text());
    }
    return process.exitValue();
  }

  /** Ends it as Ctrl-C does; how long that took. */
  Duration stop() throws InterruptedException {
    long start = System.nanoTime();
    process.destroy();
    awaitEnd(Duration.ofSeconds(30));
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Ends it as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    awaitEnd(Duration.ofSeconds(30));
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
