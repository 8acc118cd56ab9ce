package city.xueliang.notify.message;

import city.xueliang.notify.happening.Happening;
import city.xueliang.schemas.Alert;
import city.xueliang.schemas.Colour;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one channel tells people at once.
 *
 * @param key the same whenever this is told again, so that a receiver can drop repeats: printable
 *     ASCII without spaces
 * @param happening nothing for a summary and a test
 * @param colour the highest, for a summary; UNKNOWN for a test
 * @param title one line
 * @param alert nothing for a summary and a test
 */
public record Message(
    Kind kind,
    String key,
    Optional<Happening> happening,
    Colour colour,
    Locale language,
    String title,
    List<Line> lines,
    Optional<Alert> alert) {

  /** Kinds of messages. */
  public enum Kind {
    ALERT,
    SUMMARY,
    TEST
  }

  /** A line of a message: what it is about (may be empty), and what there is to say. */
  public record Line(String label, String value) {}

  public Message {
    lines = List.copyOf(lines);
  }

  /** Whether it tells only that something is over. */
  public boolean isEnd() {
    return happening.filter(Happening::isEnd).isPresent();
  }

  /** The whole message as plain text. */
  public String text() {
    return title + "\n" + lines.stream().map(line -> plain(line)).collect(Collectors.joining("\n"));
  }

  /** A line as plain text. */
  public String plain(Line line) {
    return line.label().isEmpty() ? line.value() : line.label() + separator() + line.value();
  }

  /** What stands between a label and its value in this language. */
  public String separator() {
    return language.equals(Locale.ENGLISH) ? ": " : "：";
  }
}
