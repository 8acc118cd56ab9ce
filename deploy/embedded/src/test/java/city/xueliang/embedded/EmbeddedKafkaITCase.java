package city.xueliang.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaITCase {
  private static final TopicSpec READINGS = new TopicSpec(Records.TOPIC, 1, Map.of());

  @TempDir Path folder;

  @Test
  void givesBackWhatWasWritten() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0)) {
      kafka.createTopics(List.of(READINGS));
      Records.write(kafka, "18 mm", "19 mm");

      assertThat(Records.read(kafka)).containsExactly("18 mm", "19 mm");
    }
  }

  @Test
  void aRestartOnTheSamePortKeepsTopicsAndRecords() throws Exception {
    int port;
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0)) {
      port = Integer.parseInt(kafka.bootstrapServers().substring("127.0.0.1:".length()));
      kafka.createTopics(List.of(READINGS));
      Records.write(kafka, "18 mm");
    }
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, port)) {
      Records.write(kafka, "19 mm");

      assertThat(Records.read(kafka)).containsExactly("18 mm", "19 mm");
    }
  }

  @Test
  void aTopicThatExistsIsLeftAsItIs() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0)) {
      kafka.createTopics(List.of(READINGS));
      Records.write(kafka, "18 mm");
      kafka.createTopics(
          List.of(new TopicSpec(Records.TOPIC, 3, Map.of()), new TopicSpec("alerts", 1, Map.of())));

      assertThat(Records.read(kafka)).containsExactly("18 mm");
      try (Admin admin = admin(kafka)) {
        assertThat(admin.listTopics().names().get()).contains(Records.TOPIC, "alerts");
        assertThat(
                admin
                    .describeTopics(List.of(Records.TOPIC))
                    .allTopicNames()
                    .get()
                    .get(Records.TOPIC)
                    .partitions())
            .hasSize(1);
      }
    }
  }

  @Test
  void aTopicTakesItsSettings() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0);
        Admin admin = admin(kafka)) {
      kafka.createTopics(
          List.of(
              new TopicSpec(
                  "alerts",
                  2,
                  Map.of(
                      TopicConfig.CLEANUP_POLICY_CONFIG,
                      TopicConfig.CLEANUP_POLICY_COMPACT,
                      TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                      "LogAppendTime"))));

      ConfigResource alerts = new ConfigResource(ConfigResource.Type.TOPIC, "alerts");
      Config config = admin.describeConfigs(Set.of(alerts)).all().get().get(alerts);
      assertThat(config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value()).isEqualTo("compact");
      assertThat(config.get(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG).value())
          .isEqualTo("LogAppendTime");
    }
  }

  @Test
  void aRefusedTopicIsNamedWithTheReason() {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0)) {
      assertThatThrownBy(
              () -> kafka.createTopics(List.of(new TopicSpec("camera events", 1, Map.of()))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("camera events")
          .hasMessageContaining("'.', '_' and '-'");
    }
  }

  @Test
  void aTakenPortIsNamedWithTheWayOut() throws Exception {
    try (ServerSocket other = otherProgram()) {
      assertThatThrownBy(() -> EmbeddedKafka.start(folder, other.getLocalPort()))
          .isInstanceOf(PortInUseException.class)
          .hasMessageContaining("Kafka broker")
          .hasMessageContaining("127.0.0.1:" + other.getLocalPort())
          .hasMessageContaining("choose another port");
    }
  }

  @Test
  void aFolderThatAnotherBrokerUsesIsNamed() {
    try (EmbeddedKafka first = EmbeddedKafka.start(folder, 0)) {
      assertThat(first.bootstrapServers()).startsWith("127.0.0.1:");
      assertThatThrownBy(() -> EmbeddedKafka.start(folder, 0))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(folder.toString())
          .hasMessageContaining("choose another folder");
    }
  }

  @Test
  void isReachedOverLoopbackOnly() {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0)) {
      assertThat(ListeningSockets.ofThisProcess())
          .anyMatch(socket -> kafka.bootstrapServers().endsWith(":" + socket.getPort()))
          .allMatch(socket -> socket.getAddress().isLoopbackAddress());
    }
  }

  @Test
  void noThreadOutlivesIt() {
    Set<Thread> before = Threads.nonDaemon();
    EmbeddedKafka.start(folder, 0).close();

    assertThat(Threads.nonDaemon()).isSubsetOf(before);
  }

  private static Admin admin(EmbeddedKafka kafka) {
    return Admin.create(
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()));
  }

  private static ServerSocket otherProgram() throws Exception {
    return new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
  }
}
