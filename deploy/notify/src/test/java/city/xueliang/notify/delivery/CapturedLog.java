package city.xueliang.notify.delivery;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;

/** Every line that our code logs while it is open, with the traces of failures. */
final class CapturedLog implements AutoCloseable {
  private static final String OURS = "city.xueliang.notify";

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final AbstractAppender appender =
      new AbstractAppender("captured", null, null, true, Property.EMPTY_ARRAY) {
        @Override
        public void append(LogEvent event) {
          lines.add(event.getMessage().getFormattedMessage() + " " + event.getThrown());
        }
      };

  CapturedLog() {
    Configurator.setLevel(OURS, Level.DEBUG);
    appender.start();
    context().getRootLogger().addAppender(appender);
  }

  int count(String part) {
    return (int) lines.stream().filter(line -> line.contains(part)).count();
  }

  String text() {
    return String.join("\n", lines);
  }

  private static LoggerContext context() {
    return (LoggerContext) LogManager.getContext(false);
  }

  @Override
  public void close() {
    context().getRootLogger().removeAppender(appender);
    appender.stop();
    Configurator.setLevel(OURS, Level.ERROR);
  }
}
