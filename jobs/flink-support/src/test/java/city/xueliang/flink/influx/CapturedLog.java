package city.xueliang.flink.influx;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;

/** What is logged while it is open: message and stack of causes. */
final class CapturedLog implements AutoCloseable {
  private final Logger logger;
  private final Level levelBefore;
  private final Lines lines = new Lines();

  private CapturedLog(Logger logger, Level level) {
    this.logger = logger;
    this.levelBefore = logger.getLevel();
    Configurator.setLevel(logger, level);
    lines.start();
    logger.addAppender(lines);
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
    logger.removeAppender(lines);
    Configurator.setLevel(logger, levelBefore);
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
