package city.xueliang.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of 127.0.0.1. */
public final class LoopbackPorts {
  static final String HOST = "127.0.0.1";
  private static final int HIGHEST = 65_535;

  private LoopbackPorts() {}

  /** A port that was free a moment ago. */
  public static int free() {
    return claim("A server", 0);
  }

  /**
   * Tells a taken port before a server starts, whose own message would name neither the port nor
   * the way out.
   *
   * @param server as the message shall name it
   * @param port 0 to 65535; 0 for any free one
   * @return the port
   */
  public static int claim(String server, int port) {
    if (port < 0 || port > HIGHEST) {
      throw new IllegalArgumentException(
          "%s cannot listen on port %d; 0 (any free one) to %d are allowed."
              .formatted(server, port, HIGHEST));
    }
    try (ServerSocket socket = new ServerSocket()) {
      // Else connections that a killed server left in TIME_WAIT would hold the port for a minute.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
      return socket.getLocalPort();
    } catch (BindException e) {
      throw new PortInUseException(server, port, e);
    } catch (IOException e) {
      throw new UncheckedIOException(server + " cannot listen on " + HOST + ":" + port, e);
    }
  }
}
