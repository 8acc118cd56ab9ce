package city.xueliang.feeds.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.UndecodableException;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class RegistryPublisherTest {
  private static final Partitioner NONE = null;

  @Test
  void keysAreCodesAndDeviceIds() {
    MockProducer<String, byte[]> producer = producer(true);
    try (RegistryPublisher publisher = new RegistryPublisher(producer)) {
      publisher.publish(SmallCity.REGISTRY);
    }
    assertThat(producer.history())
        .extracting(ProducerRecord::topic, ProducerRecord::key)
        .containsExactly(
            tuple("places", "630100"),
            tuple("places", "630105002001001"),
            tuple("places", "xiaoqiao"),
            tuple("devices", "63010500001320000001"),
            tuple("devices", "63010500001340000001"));
  }

  @Test
  void valuesAreTheContractsSingleObjectEncoding() throws UndecodableException {
    MockProducer<String, byte[]> producer = producer(true);
    try (RegistryPublisher publisher = new RegistryPublisher(producer)) {
      publisher.publish(SmallCity.REGISTRY);
    }
    var codec = SingleObjectCodec.of(city.xueliang.schemas.Place.class);
    assertThat(codec.decode(producer.history().get(1).value(), null))
        .isEqualTo(RegistryRecords.toRecord(SmallCity.GRID));
  }

  @Test
  void removingWritesATombstone() {
    MockProducer<String, byte[]> producer = producer(true);
    try (RegistryPublisher publisher = new RegistryPublisher(producer)) {
      publisher.remove("devices", List.of("63010500001320000001"));
    }
    assertThat(producer.history())
        .containsExactly(new ProducerRecord<>("devices", "63010500001320000001", null));
  }

  @Test
  void aRecordThatTheBrokerRefusesFailsTheCall() {
    RefusingProducer producer = new RefusingProducer();
    try (RegistryPublisher publisher = new RegistryPublisher(producer)) {
      assertThatThrownBy(() -> publisher.publish(SmallCity.REGISTRY))
          .isInstanceOf(KafkaException.class)
          .hasMessageStartingWith("3 of 3 records were not acknowledged")
          .hasCauseInstanceOf(TopicAuthorizationException.class);
    }
  }

  private static MockProducer<String, byte[]> producer(boolean acknowledges) {
    return new MockProducer<>(
        acknowledges, NONE, new StringSerializer(), new ByteArraySerializer());
  }

  /** Answers every record with a refusal once it is asked to flush. */
  private static final class RefusingProducer extends MockProducer<String, byte[]> {
    RefusingProducer() {
      super(false, NONE, new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public synchronized void flush() {
      boolean more = true;
      while (more) {
        more = errorNext(new TopicAuthorizationException("places"));
      }
    }
  }
}
