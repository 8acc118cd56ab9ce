package city.xueliang.console.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request as the JDK's client does not send one: by another host, or from another address. */
public final class RawRequest {
  private static final String HERE = "127.0.0.1";

  private RawRequest() {}

  /** Asks a port of this machine. */
  public static String get(int port, String path, String... headers) {
    return getFrom(HERE, port, path, headers);
  }

  /**
   * Asks from another of this machine's addresses.
   *
   * @param from such as 127.0.0.2
   * @param headers whole lines
   * @return all that the server sends, its first line and its headers, too
   */
  public static String getFrom(String from, int port, String path, String... headers) {
    String request =
        "GET %s HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n"
            .formatted(path, String.join("\r\n", headers));
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByName(from), 0)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The status that an answer begins with. */
  public static int status(String answer) {
    return Integer.parseInt(answer.substring(9, 12));
  }
}
