package city.xueliang.embedded;

import java.util.Set;
import java.util.stream.Collectors;

/** The threads that would keep this JVM alive. */
final class Threads {

  private Threads() {}

  static Set<Thread> nonDaemon() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.isDaemon())
        .collect(Collectors.toSet());
  }
}
