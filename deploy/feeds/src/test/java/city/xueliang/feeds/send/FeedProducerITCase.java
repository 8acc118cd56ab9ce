package city.xueliang.feeds.send;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.embedded.EmbeddedKafka;
import city.xueliang.embedded.TopicSpec;
import city.xueliang.schemas.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FeedProducerITCase {
  private static final byte[] KEY = "63010500001310000001".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  @Test
  @Timeout(120)
  void whatIsSentWhileTheBrokerIsAwayArrivesOnceItIsBack() throws Exception {
    EmbeddedKafka first = EmbeddedKafka.start(folder, 0);
    String bootstrap = first.bootstrapServers();
    first.createTopics(List.of(new TopicSpec(Topics.CAMERA_EVENTS, 2, Map.of())));

    try (FeedProducer producer = new FeedProducer(bootstrap)) {
      send(producer, 0, 500);
      Awaitility.await().until(() -> producer.counts().acknowledged() == 500);
      first.close();
      // sending may wait until the broker is back
      CompletableFuture<Void> sending =
          CompletableFuture.runAsync(() -> send(producer, 500, 1_000));
      Awaitility.await().until(() -> producer.counts().unacknowledged() > 0);
      try (EmbeddedKafka second = EmbeddedKafka.start(folder, portOf(bootstrap))) {
        sending.get(60, TimeUnit.SECONDS);
        producer.flush();

        assertThat(producer.counts()).isEqualTo(new FeedCounts(1_000, 1_000, 0));
        assertThat(TopicReader.readAll(second.bootstrapServers(), Topics.CAMERA_EVENTS))
            .extracting(record -> ByteBuffer.wrap(record.value()).getInt())
            .containsExactlyElementsOf(IntStream.range(0, 1_000).boxed().toList());
      }
    }
  }

  private static void send(FeedProducer producer, int from, int to) {
    for (int number = from; number < to; number++) {
      byte[] value = ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
      producer.sendRaw(Topics.CAMERA_EVENTS, KEY, value);
    }
  }

  private static int portOf(String bootstrap) {
    return Integer.parseInt(bootstrap.substring(bootstrap.indexOf(':') + 1));
  }
}
