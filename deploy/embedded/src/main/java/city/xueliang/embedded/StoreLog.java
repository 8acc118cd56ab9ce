package city.xueliang.embedded;

import io.questdb.log.LogFactory;
import io.questdb.log.LogLevel;
import io.questdb.log.LogRecordUtf8Sink;
import io.questdb.log.LogWriter;
import io.questdb.mp.RingQueue;
import io.questdb.mp.SCSequence;
import io.questdb.mp.SynchronizedJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what QuestDB logs to the application's logging, under the logger name {@code questdb}. By
 * itself QuestDB writes to the console and to a file of its own.
 */
public final class StoreLog extends SynchronizedJob implements LogWriter {
  private static final Logger LOG = LoggerFactory.getLogger("questdb");

  private final RingQueue<LogRecordUtf8Sink> ring;
  private final SCSequence records;

  /** QuestDB finds the class by name in the file that {@link #configure} leaves for it. */
  public StoreLog(RingQueue<LogRecordUtf8Sink> ring, SCSequence records, int level) {
    this.ring = ring;
    this.records = records;
  }

  static void configure(Path folder) {
    List<String> settings =
        List.of(
            "writers=slf4j",
            "w.slf4j.class=" + StoreLog.class.getName(),
            "w.slf4j.level=ERROR,CRITICAL");
    try {
      Files.write(Files.createDirectories(folder.resolve("conf")).resolve("log.conf"), settings);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot prepare " + folder + " for the store", e);
    }
  }

  @Override
  public void bindProperties(LogFactory factory) {}

  @Override
  protected boolean runSerially() {
    return records.consumeAll(ring, StoreLog::log);
  }

  private static void log(LogRecordUtf8Sink entry) {
    if (entry.getLevel() == LogLevel.CRITICAL) {
      LOG.error("{}", entry.toString().strip());
    } else if (entry.getLevel() == LogLevel.ERROR) {
      LOG.warn("{}", entry.toString().strip());
    }
  }
}
