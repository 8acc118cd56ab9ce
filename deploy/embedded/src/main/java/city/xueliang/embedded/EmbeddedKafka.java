package city.xueliang.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * One Kafka node, broker and controller at once, that keeps its records in a folder. Its ports are
 * bound on 127.0.0.1 only.
 */
public final class EmbeddedKafka implements AutoCloseable {
  private static final String NAME = "The Kafka broker";

  private final BrokerNode node;
  private final FolderLock lock;
  private final String bootstrapServers;

  private EmbeddedKafka(BrokerNode node, FolderLock lock) {
    this.node = node;
    this.lock = lock;
    this.bootstrapServers = LoopbackPorts.HOST + ":" + node.port();
  }

  /**
   * Starts over the folder's records and returns when clients can connect.
   *
   * @param folder is made if missing; only one broker at a time may use it
   * @param port for clients; 0 takes a free one
   * @throws PortInUseException if another program listens on the port
   * @throws IllegalStateException if the broker does not start, with its reason
   */
  public static EmbeddedKafka start(Path folder, int port) {
    Path logs = folder.toAbsolutePath();
    FolderLock lock = FolderLock.take(NAME, logs);
    try {
      return new EmbeddedKafka(run(logs, port), lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Where a client connects: host and port. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /**
   * Creates those that are missing and returns when clients can see them. A topic that exists is
   * left as it is, also if its partitions or settings differ.
   *
   * @throws IllegalArgumentException if Kafka refuses a topic, with its name and the reason
   */
  public void createTopics(List<TopicSpec> topics) {
    new TopicCreation(bootstrapServers).create(topics);
  }

  /** Returns when everything is on disk and all threads have ended. */
  @Override
  public void close() {
    node.stop();
    lock.close();
  }

  private static BrokerNode run(Path logs, int port) {
    BrokerSockets sockets = new BrokerSockets(NAME, port);
    BrokerNode node = null;
    try {
      format(logs);
      node = new BrokerNode(logs, sockets);
      node.start();
      return node;
    } catch (Exception e) {
      if (node != null) {
        node.stop();
      }
      Utils.closeQuietly(sockets, "sockets of a broker that did not start");
      throw new IllegalStateException(
          NAME + " did not start over " + logs + ": " + e.getMessage(), e);
    }
  }

  private static void format(Path logs) throws Exception {
    if (Files.exists(logs.resolve("meta.properties"))) {
      return;
    }
    try (PrintStream silence = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8)) {
      new Formatter()
          .setNodeId(BrokerSettings.NODE_ID)
          .setClusterId(Uuid.randomUuid().toString())
          .setDirectories(List.of(logs.toString()))
          .setMetadataLogDirectory(logs.toString())
          .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
          .setPrintStream(silence)
          .run();
    }
  }
}
