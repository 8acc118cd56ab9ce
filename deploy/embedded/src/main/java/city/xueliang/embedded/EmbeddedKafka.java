package city.xueliang.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * One Kafka node, broker and controller at once, that keeps its records in a folder. Its ports are
 * bound on 127.0.0.1 only.
 */
public final class EmbeddedKafka implements AutoCloseable {
  private final KafkaRaftServer server;
  private final String bootstrapServers;

  private EmbeddedKafka(KafkaRaftServer server, String bootstrapServers) {
    this.server = server;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Starts over the folder's records and returns when clients can connect.
   *
   * @param folder is made if missing; only one broker at a time may use it
   * @param port for clients; 0 takes a free one
   * @throws PortInUseException if another program listens on the port
   */
  public static EmbeddedKafka start(Path folder, int port) {
    int brokerPort = LoopbackPorts.claim("The Kafka broker", port);
    Path logs = folder.toAbsolutePath();
    format(logs);
    KafkaConfig config =
        new KafkaConfig(BrokerSettings.of(logs, brokerPort, LoopbackPorts.free()), false);
    KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
    try {
      server.startup();
    } catch (RuntimeException e) {
      server.shutdown();
      throw new IllegalStateException("The Kafka broker did not start over " + logs, e);
    }
    return new EmbeddedKafka(server, LoopbackPorts.HOST + ":" + brokerPort);
  }

  /** Where a client connects: host and port. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /**
   * Creates those that are missing and returns when clients can see them. A topic that exists is
   * left as it is, also if its partitions or settings differ.
   */
  public void createTopics(List<TopicSpec> topics) {
    new TopicCreation(bootstrapServers).create(topics);
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void format(Path logs) {
    if (Files.exists(logs.resolve("meta.properties"))) {
      return;
    }
    try {
      Files.createDirectories(logs);
      new Formatter()
          .setNodeId(BrokerSettings.NODE_ID)
          .setClusterId(Uuid.randomUuid().toString())
          .setDirectories(List.of(logs.toString()))
          .setMetadataLogDirectory(logs.toString())
          .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
          .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8))
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot prepare " + logs + " for the Kafka broker", e);
    } catch (Exception e) {
      throw new IllegalStateException("Cannot prepare " + logs + " for the Kafka broker", e);
    }
  }
}
