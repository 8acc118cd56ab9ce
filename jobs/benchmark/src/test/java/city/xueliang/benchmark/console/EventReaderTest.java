package city.xueliang.benchmark.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {
  private static final String EVENTS =
      """
      id: 5-7
      event: alerts
      data: [{"id":"%s","revision":3,"rule":"gas"},{"id":"%s","revision":20,"rule":"gas"}]

      event: health
      data: {"id":"no alert"}

      event: beat
      data: {"at":1}

      event: reset
      data: {}

      """
          .formatted(SentRevisions.id(17), SentRevisions.id(70_000));

  private final List<String> heard = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 64, 10_000})
  void whatIsToldIsHeardHoweverTheBytesAreCut(int bytesAtATime) {
    ChunkedBody body = new ChunkedBody(new EventReader(new Heard())::take);
    byte[] answer = answer().getBytes(StandardCharsets.US_ASCII);
    for (int from = 0; from < answer.length; from += bytesAtATime) {
      body.take(
          ByteBuffer.wrap(answer, from, Math.min(bytesAtATime, answer.length - from)).slice());
    }

    assertThat(body.statusLine()).isEqualTo("HTTP/1.1 200 OK");
    assertThat(heard)
        .containsExactly("17 in revision 3", "70000 in revision 20", "up to 5-7", "beat", "reset");
  }

  /** In chunks of 50 bytes. */
  private static String answer() {
    StringBuilder answer =
        new StringBuilder("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int from = 0; from < EVENTS.length(); from += 50) {
      String chunk = EVENTS.substring(from, Math.min(from + 50, EVENTS.length()));
      answer
          .append(Integer.toHexString(chunk.length()))
          .append("\r\n")
          .append(chunk)
          .append("\r\n");
    }
    return answer.toString();
  }

  private final class Heard implements EventReader.Listener {
    @Override
    public void alert(int number, int revision) {
      heard.add(number + " in revision " + revision);
    }

    @Override
    public void alertsUpTo(String id) {
      heard.add("up to " + id);
    }

    @Override
    public void beat() {
      heard.add("beat");
    }

    @Override
    public void reset() {
      heard.add("reset");
    }
  }
}
