package city.xueliang.placewatch.job;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import city.xueliang.schemas.Alert;
import city.xueliang.schemas.SingleObjectCodec;
import city.xueliang.schemas.Topics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** All that the job has told of its alerts, each partition in its order. */
final class PublishedAlerts {
  private final List<Told> told = new ArrayList<>();

  private PublishedAlerts() {}

  private record Told(int partition, Alert alert) {}

  static PublishedAlerts of(TestingJob job) throws Exception {
    SingleObjectCodec<Alert> codec = SingleObjectCodec.of(Alert.class);
    PublishedAlerts alerts = new PublishedAlerts();
    for (ConsumerRecord<byte[], byte[]> record : job.topics.read(Topics.ALERTS)) {
      alerts.told.add(new Told(record.partition(), codec.decode(record.value(), null)));
    }
    return alerts;
  }

  /** The revisions of all alerts that a rule has about a device, in the order of the topic. */
  List<Alert> of(String ruleId, String deviceId) {
    return ofRule(ruleId).stream().filter(alert -> deviceId.equals(alert.getDeviceId())).toList();
  }

  /** The revisions of all alerts of a rule, in the order of the topic. */
  List<Alert> ofRule(String ruleId) {
    return told.stream().map(Told::alert).filter(a -> a.getRuleId().equals(ruleId)).toList();
  }

  /** Asks that readers of the topic see the revisions 1, 2, 3 … of each alert, each once. */
  void assertEachRevisionIsToldOnceAndInOrder() {
    Map<String, List<Told>> alerts =
        told.stream()
            .collect(groupingBy(each -> each.alert().getAlertId(), LinkedHashMap::new, toList()));
    assertThat(alerts).isNotEmpty();
    alerts.forEach(
        (id, revisions) -> {
          assertThat(revisions)
              .as(id)
              .extracting(each -> each.alert().getRevision())
              .containsExactlyElementsOf(
                  IntStream.rangeClosed(1, revisions.size()).boxed().toList());
          assertThat(revisions)
              .extracting(Told::partition)
              .containsOnly(revisions.get(0).partition());
        });
  }
}
