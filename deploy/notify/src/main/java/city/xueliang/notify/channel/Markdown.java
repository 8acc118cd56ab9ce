package city.xueliang.notify.channel;

import city.xueliang.notify.message.Message;
import city.xueliang.notify.message.Message.Line;
import java.nio.charset.StandardCharsets;

/** The small part of Markdown that all robots show. */
final class Markdown {
  private Markdown() {}

  /** A line with a bold label. */
  static String line(Message message, Line line) {
    String value = plain(line.value());
    return line.label().isEmpty()
        ? value
        : "**" + plain(line.label()) + "**" + message.separator() + value;
  }

  /** Names must not turn into links, mentions of everybody, or markup. */
  static String plain(String text) {
    return text.replace('<', '＜')
        .replace('>', '＞')
        .replace('[', '［')
        .replace(']', '］')
        .replace('*', '＊')
        .replace('@', '＠')
        .replace('`', '＇');
  }

  /** As much of a text as fits, whole characters. */
  static String fit(String text, int bytes) {
    if (text.getBytes(StandardCharsets.UTF_8).length <= bytes) {
      return text;
    }
    StringBuilder fitting = new StringBuilder();
    int used = "…".getBytes(StandardCharsets.UTF_8).length;
    for (int point : text.codePoints().toArray()) {
      String character = Character.toString(point);
      used += character.getBytes(StandardCharsets.UTF_8).length;
      if (used > bytes) {
        break;
      }
      fitting.append(character);
    }
    return fitting.append('…').toString();
  }
}
