package city.xueliang.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.server.fault.LoggingFaultHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka's broker and controller, put together as in {@link KafkaRaftServer}. That one ends the
 * whole JVM, without a word on the screen, when something fails as early as in its start; here the
 * fault is logged and thrown.
 */
final class BrokerNode {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerNode.class);

  private final int port;
  private final BrokerServer broker;
  private final ControllerServer controller;

  BrokerNode(Path folder, BrokerSockets sockets) {
    port = sockets.clientPort();
    var config =
        new KafkaConfig(
            BrokerSettings.of(folder, sockets.clientPort(), sockets.controllerPort()), false);
    var formatted = KafkaRaftServer.initializeLogDirs(config, LOG, "");
    var ensemble = formatted._1();
    var voters = Map.of(BrokerSettings.NODE_ID, LoopbackPorts.address(sockets.controllerPort()));
    var shared =
        new SharedServer(
            config,
            ensemble,
            Time.SYSTEM,
            Server.initializeMetrics(config, Time.SYSTEM, ensemble.clusterId().orElseThrow()),
            CompletableFuture.completedFuture(voters),
            List.of(),
            (name, fatal, action) -> new LoggingFaultHandler(name, action),
            sockets);
    broker = new BrokerServer(shared);
    controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), formatted._2());
  }

  /** The one for clients. */
  int port() {
    return port;
  }

  /** Returns when clients are served; to be stopped also if it throws. */
  void start() {
    controller.startup();
    broker.startup();
  }

  void stop() {
    broker.shutdown();
    controller.shutdown();
    broker.awaitShutdown();
    controller.awaitShutdown();
  }
}
