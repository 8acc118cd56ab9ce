package city.xueliang.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The addresses on which this process waits for others, as Linux tells them under /proc. */
final class ListeningSockets {
  private static final Path PROCESS = Path.of("/proc/self");
  private static final String TCP_LISTEN = "0A";
  private static final String UDP_UNCONNECTED = "07";
  private static final int LOCAL_ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;

  private ListeningSockets() {}

  static List<InetSocketAddress> ofThisProcess() {
    Set<String> own = ownInodes();
    return Stream.of("tcp", "tcp6", "udp", "udp6")
        .flatMap(ListeningSockets::sockets)
        .filter(socket -> own.contains(socket[INODE]))
        .map(socket -> address(socket[LOCAL_ADDRESS]))
        .toList();
  }

  private static Stream<String[]> sockets(String protocol) {
    String waiting = protocol.startsWith("tcp") ? TCP_LISTEN : UDP_UNCONNECTED;
    try {
      return Files.readAllLines(PROCESS.resolve("net").resolve(protocol)).stream()
          .map(line -> line.strip().split("\\s+"))
          .filter(socket -> socket[STATE].equals(waiting));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> ownInodes() {
    try (Stream<Path> descriptors = Files.list(PROCESS.resolve("fd"))) {
      return descriptors
          .map(ListeningSockets::target)
          .filter(target -> target.startsWith("socket:["))
          .map(target -> target.substring("socket:[".length(), target.length() - 1))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A descriptor that was closed since it was listed points nowhere. */
  private static String target(Path descriptor) {
    try {
      return Objects.toString(Files.readSymbolicLink(descriptor));
    } catch (IOException e) {
      return "";
    }
  }

  /** Linux writes an address as 32-bit words in the machine's order, in hexadecimal. */
  private static InetSocketAddress address(String hex) {
    int colon = hex.indexOf(':');
    ByteBuffer words = ByteBuffer.wrap(HexFormat.of().parseHex(hex.substring(0, colon)));
    ByteBuffer address = ByteBuffer.allocate(words.capacity()).order(ByteOrder.nativeOrder());
    while (words.hasRemaining()) {
      address.putInt(words.getInt());
    }
    try {
      return new InetSocketAddress(
          InetAddress.getByAddress(address.array()),
          HexFormat.fromHexDigits(hex, colon + 1, hex.length()));
    } catch (UnknownHostException e) {
      throw new IllegalStateException(hex, e);
    }
  }
}
