package city.xueliang.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * The two sockets of a broker, bound before it starts: nobody else can take a free port while it
 * does, and a taken one is told at once.
 */
final class BrokerSockets implements ServerSocketFactory, AutoCloseable {
  private final ServerSocketChannel clients;
  private final ServerSocketChannel controller;

  /**
   * @param broker as a message shall name it
   * @param port for clients; 0 takes a free one. The controller's is always a free one.
   */
  BrokerSockets(String broker, int port) {
    clients = LoopbackPorts.listen(broker, port);
    controller = LoopbackPorts.listen("The Kafka controller", 0);
  }

  int clientPort() {
    return LoopbackPorts.portOf(clients);
  }

  int controllerPort() {
    return LoopbackPorts.portOf(controller);
  }

  @Override
  public ServerSocketChannel openServerSocket(
      String listener, InetSocketAddress address, int backlog, int receiveBuffer)
      throws IOException {
    ServerSocketChannel socket = address.getPort() == clientPort() ? clients : controller;
    socket.configureBlocking(false);
    return socket;
  }

  @Override
  public void close() throws IOException {
    clients.close();
    controller.close();
  }
}
