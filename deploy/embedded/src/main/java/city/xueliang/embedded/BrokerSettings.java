package city.xueliang.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Kafka's settings for one node that is broker and controller at once and shares its machine. */
final class BrokerSettings {
  static final int NODE_ID = 1;
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  private static final Map<String, String> ONE_NODE =
      Map.of(
          "default.replication.factor", "1",
          "min.insync.replicas", "1",
          "offsets.topic.replication.factor", "1",
          "offsets.topic.num.partitions", "1",
          "transaction.state.log.replication.factor", "1",
          "transaction.state.log.min.isr", "1",
          "transaction.state.log.num.partitions", "2",
          "share.coordinator.state.topic.replication.factor", "1",
          "share.coordinator.state.topic.min.isr", "1",
          "share.coordinator.state.topic.num.partitions", "1");

  private static final Map<String, String> QUICK =
      Map.of(
          "group.initial.rebalance.delay.ms", "0",
          "broker.heartbeat.interval.ms", "200",
          // A killed broker is fenced by its own next run only when this has passed.
          "broker.session.timeout.ms", "2500");

  private static final Map<String, String> SMALL =
      Map.of(
          "log.segment.bytes", "67108864",
          // An entry of 12 bytes per 4 KiB of segment: 192 KiB would do for 64 MiB.
          "log.index.size.max.bytes", "524288",
          // 128 MiB of heap by default; 8 MiB compacts 300,000 keys in a pass.
          "log.cleaner.dedupe.buffer.size", "8388608",
          "num.network.threads", "2",
          "num.io.threads", "4",
          "num.recovery.threads.per.data.dir", "2",
          "background.threads", "2",
          "group.coordinator.threads", "1",
          "share.coordinator.threads", "1",
          // A record by which an idle controller tells of itself, twice a second by default.
          "metadata.max.idle.interval.ms", "5000");

  private BrokerSettings() {}

  static Map<String, String> of(Path folder, int port, int controllerPort) {
    Map<String, String> settings = new HashMap<>();
    settings.putAll(listeners(port, controllerPort));
    settings.put("log.dirs", folder.toString());
    settings.put("auto.create.topics.enable", "false");
    settings.putAll(ONE_NODE);
    settings.putAll(QUICK);
    settings.putAll(SMALL);
    return settings;
  }

  private static Map<String, String> listeners(int port, int controllerPort) {
    String broker = LoopbackPorts.HOST + ":" + port;
    String controller = LoopbackPorts.HOST + ":" + controllerPort;
    return Map.of(
        "process.roles",
        "broker,controller",
        "node.id",
        Integer.toString(NODE_ID),
        "listeners",
        "PLAINTEXT://" + broker + "," + CONTROLLER_LISTENER + "://" + controller,
        "advertised.listeners",
        "PLAINTEXT://" + broker,
        "controller.listener.names",
        CONTROLLER_LISTENER,
        "inter.broker.listener.name",
        "PLAINTEXT",
        "listener.security.protocol.map",
        "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
        // Static voters: the controller's port may differ from the one of the last run.
        "controller.quorum.voters",
        NODE_ID + "@" + controller);
  }
}
