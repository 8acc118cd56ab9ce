package city.xueliang.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;

/** TCP ports of 127.0.0.1. */
public final class LoopbackPorts {
  static final String HOST = "127.0.0.1";
  private static final byte[] ADDRESS = {127, 0, 0, 1};
  private static final int HIGHEST = 65_535;

  private LoopbackPorts() {}

  /**
   * Tells whether a port can be had, before anything is started that needs it: for a server that
   * binds its port itself, but does not tell a taken one clearly.
   *
   * @param server as the message shall name it
   * @param port 0 to 65535; 0 takes a free one
   * @return the port, which is free again
   * @throws PortInUseException if another program listens on the port
   */
  public static int claim(String server, int port) {
    try (ServerSocketChannel channel = listen(server, port)) {
      return portOf(channel);
    } catch (IOException e) {
      throw new UncheckedIOException(server + " cannot listen on " + HOST + ":" + port, e);
    }
  }

  /**
   * @param server as the message shall name it
   * @param port 0 to 65535; 0 takes a free one
   * @throws PortInUseException if another program listens on the port
   */
  static ServerSocketChannel listen(String server, int port) {
    if (port < 0 || port > HIGHEST) {
      throw new IllegalArgumentException(
          "%s cannot listen on port %d: 0 (any free one) to %d are allowed."
              .formatted(server, port, HIGHEST));
    }
    try {
      return bind(port);
    } catch (BindException e) {
      throw new PortInUseException(server, port, e);
    } catch (IOException e) {
      throw new UncheckedIOException(server + " cannot listen on " + HOST + ":" + port, e);
    }
  }

  static InetSocketAddress address(int port) {
    try {
      return new InetSocketAddress(InetAddress.getByAddress(HOST, ADDRESS), port);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  static int portOf(ServerSocketChannel socket) {
    return socket.socket().getLocalPort();
  }

  private static ServerSocketChannel bind(int port) throws IOException {
    ServerSocketChannel socket = ServerSocketChannel.open();
    try {
      return socket.bind(address(port));
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }
}
