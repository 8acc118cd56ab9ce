package city.xueliang.flink.influx;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;

/** What is logged while it is open: message and stack of causes. */
final class CapturedLog implements AutoCloseable {
  /** The HTTP client and InfluxDB's write to the JDK's own logging. */
  private static final List<java.util.logging.Logger> CLIENT_LOGGERS =
      Stream.of("com.influxdb", "okhttp3").map(java.util.logging.Logger::getLogger).toList();

  private final Logger logger;
  private final Level levelBefore;
  private final List<Appender> appendersBefore;
  private final Lines lines = new Lines();
  private final ClientLines clientLines = new ClientLines(lines.events);

  private CapturedLog(Logger logger, Level level) {
    this.logger = logger;
    this.levelBefore = logger.getLevel();
    this.appendersBefore = List.copyOf(logger.getAppenders().values());
    appendersBefore.forEach(logger::removeAppender);
    Configurator.setLevel(logger, level);
    lines.start();
    logger.addAppender(lines);
    CLIENT_LOGGERS.forEach(each -> each.addHandler(clientLines));
    CLIENT_LOGGERS.forEach(each -> each.setLevel(java.util.logging.Level.ALL));
  }

  /** Every logger at its finest level. */
  static CapturedLog ofEverything() {
    return new CapturedLog((Logger) LogManager.getRootLogger(), Level.ALL);
  }

  static CapturedLog of(Class<?> logger) {
    return new CapturedLog((Logger) LogManager.getLogger(logger), Level.INFO);
  }

  String text() {
    return String.join("\n", lines.events);
  }

  long count() {
    return lines.events.size();
  }

  @Override
  public void close() {
    CLIENT_LOGGERS.forEach(each -> each.setLevel(null));
    CLIENT_LOGGERS.forEach(each -> each.removeHandler(clientLines));
    logger.removeAppender(lines);
    appendersBefore.forEach(logger::addAppender);
    Configurator.setLevel(logger, levelBefore);
  }

  private static final class ClientLines extends Handler {
    private final Queue<String> events;

    private ClientLines(Queue<String> events) {
      this.events = events;
    }

    @Override
    public void publish(LogRecord event) {
      events.add(new SimpleFormatter().format(event));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private static final class Lines extends AbstractAppender {
    private final ConcurrentLinkedQueue<String> events = new ConcurrentLinkedQueue<>();

    private Lines() {
      super("captured", null, null, true, Property.EMPTY_ARRAY);
    }

    @Override
    public void append(LogEvent event) {
      events.add(event.getMessage().getFormattedMessage() + " " + causes(event.getThrown()));
    }

    private static String causes(Throwable thrown) {
      return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
          .map(Throwable::toString)
          .collect(Collectors.joining(" < "));
    }
  }
}
