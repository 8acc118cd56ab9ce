package city.xueliang.notify.channel;

import city.xueliang.notify.config.Secret;
import city.xueliang.notify.message.Message;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/**
 * For programs of others. The body:
 *
 * <pre>{@code
 * {"version": 1,              // raised if a key changes its meaning; keys may be added
 *  "kind": "ALERT",           // SUMMARY: many in one, TEST: to be thrown away
 *  "key": "<alertId>-<revision>",  // equal for repeats, also in the header Idempotency-Key
 *  "happening": "OPENED",     // REOPENED, ESCALATED, ACKNOWLEDGED, CLOSED, CLEARED; null: no ALERT
 *  "colour": "RED",
 *  "language": "zh",
 *  "title": "…", "text": "…", // for people, in the channel's language
 *  "alert": {…}}              // fields of Alert.avsc, times in ISO 8601 UTC; null: no ALERT
 * }</pre>
 *
 * <p>The header {@code X-Xueliang-Signature: t=<epoch seconds>,v1=<hex>} holds the HMAC-SHA256,
 * with the shared secret, of the time, a full stop and the body. Receivers compare it in constant
 * time and refuse times that are more than some minutes off. Any answer 2xx means that it was
 * taken.
 */
final class WebhookForm implements HttpForm {
  private static final int VERSION = 1;

  private final URI uri;
  private final Secret secret;

  WebhookForm(URI uri, Secret secret) {
    this.uri = uri;
    this.secret = secret;
  }

  @Override
  public Post post(Message message, Instant now) {
    String body = Json.text(body(message));
    return new Post(uri, body, Map.of("X-Xueliang-Signature", signature(body, now)));
  }

  @Override
  public Outcome judge(int status, String body) {
    return status >= 200 && status < 300
        ? Outcome.taken("status " + status)
        : Outcome.refused("status " + status + ": " + body);
  }

  private String signature(String body, Instant now) {
    long time = now.getEpochSecond();
    byte[] code = Hmac.sha256(secret.reveal(), time + "." + body);
    return "t=" + time + ",v1=" + HexFormat.of().formatHex(code);
  }

  private static ObjectNode body(Message message) {
    ObjectNode body = Json.object();
    body.put("version", VERSION);
    body.put("kind", message.kind().name());
    body.put("key", message.key());
    body.put("happening", message.happening().map(Enum::name).orElse(null));
    body.put("colour", message.colour().name());
    body.put("language", message.language().getLanguage());
    body.put("title", message.title());
    body.put("text", message.text());
    body.set("alert", message.alert().map(Json::record).orElse(null));
    return body;
  }
}
