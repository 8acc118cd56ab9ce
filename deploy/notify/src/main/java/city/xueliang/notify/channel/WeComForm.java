package city.xueliang.notify.channel;

import city.xueliang.notify.message.Message;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Robots of WeCom (企业微信) groups: the key in the address is all there is to prove who sends. They
 * take 20 messages a minute, Markdown of up to 4,096 bytes; {@code errcode} 0 is success.
 *
 * @see <a href="https://developer.work.weixin.qq.com/document/path/91770">group robots</a>
 */
final class WeComForm implements HttpForm {
  /** System busy; called too often. */
  private static final Set<Long> BUSY = Set.of(-1L, 45009L);

  private static final int MOST_BYTES = 4_096;

  private final URI uri;

  WeComForm(URI uri) {
    this.uri = uri;
  }

  @Override
  public Post post(Message message, Instant now) {
    String text =
        "**<font color=\""
            + fontColour(message)
            + "\">"
            + Markdown.plain(message.title())
            + "</font>**\n"
            + message.lines().stream()
                .map(line -> "> " + Markdown.line(message, line))
                .collect(Collectors.joining("\n"));
    ObjectNode body = Json.object();
    body.put("msgtype", "markdown");
    body.putObject("markdown").put("content", Markdown.fit(text, MOST_BYTES));
    return new Post(uri, Json.text(body), Map.of());
  }

  @Override
  public Outcome judge(int status, String body) {
    return RobotAnswer.judge(status, body, BUSY, "errcode");
  }

  /** WeCom has green, grey and orange red. */
  private static String fontColour(Message message) {
    if (message.isEnd()) {
      return "info";
    }
    return switch (message.colour()) {
      case RED, ORANGE -> "warning";
      case YELLOW, BLUE, UNKNOWN -> "comment";
    };
  }
}
