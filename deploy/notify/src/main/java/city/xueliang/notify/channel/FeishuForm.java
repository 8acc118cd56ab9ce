package city.xueliang.notify.channel;

import city.xueliang.notify.config.Secret;
import city.xueliang.notify.message.Message;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Custom robots of Feishu groups. Signed by two keys of the body: {@code timestamp} in seconds and
 * {@code sign}, the Base64 of the HMAC-SHA256 of nothing with {@code timestamp + "\n" + secret} as
 * key. They take 100 messages a minute, 5 a second, 20 KB each; {@code code} 0 is success.
 *
 * @see <a href="https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot">custom
 *     robots</a>
 */
final class FeishuForm implements HttpForm {
  /** Too many messages for the robot; too many calls. */
  private static final Set<Long> BUSY = Set.of(11232L, 99991400L);

  private static final int MOST_BYTES = 18_000;

  private final URI uri;
  private final Optional<Secret> secret;

  FeishuForm(URI uri, Optional<Secret> secret) {
    this.uri = uri;
    this.secret = secret;
  }

  @Override
  public Post post(Message message, Instant now) {
    ObjectNode body = Json.object();
    long time = now.getEpochSecond();
    secret.ifPresent(
        key -> {
          byte[] code = Hmac.sha256(time + "\n" + key.reveal(), "");
          body.put("timestamp", Long.toString(time));
          body.put("sign", Base64.getEncoder().encodeToString(code));
        });
    body.put("msg_type", "interactive");
    ObjectNode card = body.putObject("card");
    card.putObject("config").put("wide_screen_mode", true);
    ObjectNode header = card.putObject("header");
    header.putObject("title").put("tag", "plain_text").put("content", message.title());
    header.put("template", template(message));
    String text =
        message.lines().stream()
            .map(line -> Markdown.line(message, line))
            .collect(Collectors.joining("\n"));
    card.putArray("elements")
        .addObject()
        .put("tag", "div")
        .putObject("text")
        .put("tag", "lark_md")
        .put("content", Markdown.fit(text, MOST_BYTES));
    return new Post(uri, Json.text(body), Map.of());
  }

  @Override
  public Outcome judge(int status, String body) {
    return RobotAnswer.judge(status, body, BUSY, "code", "StatusCode");
  }

  private static String template(Message message) {
    if (message.isEnd()) {
      return "green";
    }
    return switch (message.colour()) {
      case RED -> "red";
      case ORANGE -> "orange";
      case YELLOW -> "yellow";
      case BLUE -> "blue";
      case UNKNOWN -> "grey";
    };
  }
}
