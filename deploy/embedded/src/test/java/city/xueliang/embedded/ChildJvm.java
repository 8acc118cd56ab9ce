package city.xueliang.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A JVM that writes to a server of its own and prints a number whenever it has had one more
 * acknowledged, until it is killed. It ends with this JVM.
 */
final class ChildJvm implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  ChildJvm(Class<?> program, Path folder) throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    output = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Kills the child while it writes, not before that number; the last one that it had printed. */
  int killAfter(int acknowledged) throws IOException {
    int last = -1;
    while (last < acknowledged) {
      String line = output.readLine();
      if (line == null) {
        throw new IOException("the child ended by itself");
      }
      last = Integer.parseInt(line);
    }
    // By its handle: the process itself would close the pipe on what the child had still printed.
    process.toHandle().destroyForcibly();
    return lastPrinted(last);
  }

  /** Leaves out what the kill cut off before the end of its line. */
  private int lastPrinted(int last) throws IOException {
    StringWriter writer = new StringWriter();
    output.transferTo(writer);
    String rest = writer.toString();
    int end = rest.lastIndexOf('\n');
    return end < 0
        ? last
        : Integer.parseInt(rest.substring(rest.lastIndexOf('\n', end - 1) + 1, end));
  }

  @Override
  public void close() {
    try {
      if (!process.destroyForcibly().waitFor(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("process " + process.pid() + " did not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** To be called by the child: ends it when its parent has ended, however that came. */
  static void endWithParent() {
    Thread watch =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {}
                Runtime.getRuntime().halt(0);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    watch.setDaemon(true);
    watch.start();
  }
}
