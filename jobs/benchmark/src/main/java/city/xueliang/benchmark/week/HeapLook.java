package city.xueliang.benchmark.week;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What lives on the heap of this process after a full collection.
 *
 * @param bytes of all objects
 * @param byClass by the name of the class
 */
record HeapLook(long bytes, Map<String, Kept> byClass) {
  private static final Pattern LINE =
      Pattern.compile("^\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+).*$", Pattern.MULTILINE);

  HeapLook {
    byClass = Map.copyOf(byClass);
  }

  /** Objects of one class. */
  record Kept(long instances, long bytes) {}

  /** Collects all garbage and looks. */
  static HeapLook take() {
    Map<String, Kept> byClass = new HashMap<>();
    long bytes = 0;
    Matcher line = LINE.matcher(histogram());
    while (line.find()) {
      Kept kept = new Kept(Long.parseLong(line.group(1)), Long.parseLong(line.group(2)));
      byClass.merge(
          line.group(3),
          kept,
          (one, other) -> new Kept(one.instances + other.instances, one.bytes + other.bytes));
      bytes += kept.bytes;
    }
    return new HeapLook(bytes, byClass);
  }

  private static String histogram() {
    try {
      return (String)
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "gcClassHistogram",
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
    } catch (JMException e) {
      throw new IllegalStateException("This Java does not tell what is on its heap", e);
    }
  }
}
