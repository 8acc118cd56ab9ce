package city.xueliang.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes 0, 1, 2, ... to a broker of its own. */
final class ChildBroker {

  private ChildBroker() {}

  public static void main(String[] args) {
    ChildJvm.endWithParent();
    EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(args[0]), 0);
    kafka.createTopics(List.of(new TopicSpec(Records.TOPIC, 1, Map.of())));
    KafkaProducer<String, String> producer = Records.producer(kafka.bootstrapServers());
    for (int i = 0; true; i++) {
      int number = i;
      // The callback hears of a failure too; waiting for each record would leave none in flight.
      Future<?> unused =
          producer.send(
              new ProducerRecord<>(Records.TOPIC, Integer.toString(number)),
              (written, failure) -> {
                if (failure == null) {
                  System.out.println(number);
                }
              });
    }
  }
}
