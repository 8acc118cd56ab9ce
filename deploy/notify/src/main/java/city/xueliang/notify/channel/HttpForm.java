package city.xueliang.notify.channel;

import city.xueliang.notify.message.Message;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/** What one kind of server wants to be sent, and what its answers mean. */
interface HttpForm {

  /** The request for a message that is sent now. */
  Post post(Message message, Instant now);

  /** What an answer of status 2xx, 4xx or 3xx means that is worth no general retry. */
  Outcome judge(int status, String body);

  /**
   * A POST of JSON.
   *
   * @param headers beside those that every channel sends
   */
  record Post(URI uri, String body, Map<String, String> headers) {}
}
