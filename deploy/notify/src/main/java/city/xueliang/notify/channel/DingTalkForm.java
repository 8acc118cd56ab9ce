package city.xueliang.notify.channel;

import city.xueliang.notify.config.Secret;
import city.xueliang.notify.message.Message;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Custom robots of DingTalk groups. Signed (加签) by two parameters of the address: {@code timestamp}
 * in milliseconds and {@code sign}, the Base64 of the HMAC-SHA256, with the secret as key, of
 * {@code timestamp + "\n" + secret}, percent-encoded. They take 20 messages a minute; {@code
 * errcode} 0 is success.
 *
 * @see <a href="https://open.dingtalk.com/document/robots/custom-robot-access">custom robots</a>
 * @see <a href="https://open.dingtalk.com/document/robots/customize-robot-security-settings">their
 *     signature</a>
 */
final class DingTalkForm implements HttpForm {
  /** System busy; sent too fast, by two counts. */
  private static final Set<Long> BUSY = Set.of(-1L, 130101L, 410100L);

  private static final int MOST_BYTES = 18_000;

  private final URI uri;
  private final Optional<Secret> secret;

  DingTalkForm(URI uri, Optional<Secret> secret) {
    this.uri = uri;
    this.secret = secret;
  }

  @Override
  public Post post(Message message, Instant now) {
    ObjectNode body = Json.object();
    body.put("msgtype", "markdown");
    ObjectNode markdown = body.putObject("markdown");
    markdown.put("title", message.title());
    String text =
        "#### "
            + Markdown.plain(message.title())
            + "\n\n"
            + message.lines().stream()
                .map(line -> Markdown.line(message, line))
                .collect(Collectors.joining("\n\n"));
    markdown.put("text", Markdown.fit(text, MOST_BYTES));
    URI signed = secret.map(key -> signed(key, now.toEpochMilli())).orElse(uri);
    return new Post(signed, Json.text(body), Map.of());
  }

  @Override
  public Outcome judge(int status, String body) {
    return RobotAnswer.judge(status, body, BUSY, "errcode");
  }

  private URI signed(Secret key, long time) {
    byte[] code = Hmac.sha256(key.reveal(), time + "\n" + key.reveal());
    String sign =
        URLEncoder.encode(Base64.getEncoder().encodeToString(code), StandardCharsets.UTF_8);
    String separator = uri.getRawQuery() == null ? "?" : "&";
    return URI.create(uri + separator + "timestamp=" + time + "&sign=" + sign);
  }
}
