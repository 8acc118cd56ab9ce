package city.xueliang.feeds.send;

import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.schemas.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedProducerTest {
  private static final byte[] KEY = "63010500001310000001".getBytes(StandardCharsets.UTF_8);
  private static final byte[] VALUE = {1, 2, 3};

  private final MockProducer<byte[], byte[]> broker =
      new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final FeedProducer producer = new FeedProducer(broker);

  @AfterEach
  void close() {
    producer.close();
  }

  @Test
  void whatIsUnderWayIsNeitherAcknowledgedNorAnError() {
    producer.sendRaw(Topics.CAMERA_EVENTS, KEY, VALUE);

    assertThat(producer.counts()).isEqualTo(new FeedCounts(1, 0, 0));
    assertThat(producer.counts().unacknowledged()).isEqualTo(1);
  }

  @Test
  void whatTheBrokerWroteIsAcknowledged() {
    producer.sendRaw(Topics.CAMERA_EVENTS, KEY, VALUE);
    broker.completeNext();

    assertThat(producer.counts()).isEqualTo(new FeedCounts(1, 1, 0));
  }

  @Test
  void whatIsRefusedIsCountedAndTheFirstReasonKept() {
    producer.sendRaw(Topics.CAMERA_EVENTS, KEY, VALUE);
    producer.sendRaw(Topics.CAMERA_EVENTS, KEY, VALUE);
    broker.errorNext(new RecordTooLargeException("too large"));
    broker.errorNext(new RecordTooLargeException("too large again"));

    assertThat(producer.counts()).isEqualTo(new FeedCounts(2, 0, 2));
    assertThat(producer.firstError()).isEqualTo("too large");
  }
}
