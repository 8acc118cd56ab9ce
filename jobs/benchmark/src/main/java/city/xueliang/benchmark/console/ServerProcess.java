package city.xueliang.benchmark.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A console in a process of its own, that counts two cores as its own whatever there are. */
final class ServerProcess implements AutoCloseable {
  static final int CORES = 2;

  private static final int SECONDS_TO_END = 20;
  private static final long KIBIBYTE = 1024;

  private final Process process;
  private final BufferedReader answers;
  private final Writer questions;
  private final int port;

  private ServerProcess(Process process) throws IOException {
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.questions = process.outputWriter(StandardCharsets.UTF_8);
    this.port = Integer.parseInt(String.valueOf(answers.readLine()).trim());
  }

  /** Starts it; returns when its port answers. */
  static ServerProcess start(String kafka, String store, int heapMebibytes) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:ActiveProcessorCount=" + CORES,
            "-Xmx" + heapMebibytes + "m",
            "-XX:+UseG1GC",
            "-Dlog4j2.configurationFile=log4j2-benchmark.properties",
            "-Dxueliang.home=" + System.getProperty("xueliang.home", "."),
            "-cp",
            System.getProperty("java.class.path"),
            ServerMain.class.getName(),
            kafka,
            store);
    return new ServerProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  int port() {
    return port;
  }

  /** What it has used until now. */
  ServerMain.Used used() throws IOException {
    questions.write("\n");
    questions.flush();
    String answer = answers.readLine();
    // The JVM prints its warnings there, too.
    while (answer != null && !answer.startsWith("{")) {
      answer = answers.readLine();
    }
    return new ObjectMapper().readValue(String.valueOf(answer), ServerMain.Used.class);
  }

  /** The most memory that it ever had resident; 0 where the system does not tell. */
  long peakResidentBytes() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBIBYTE)
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    questions.close();
    if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
