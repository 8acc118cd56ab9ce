package city.xueliang.console.signin;

import java.net.InetAddress;

/** Which addresses are of this machine alone. */
public final class Loopback {
  private Loopback() {}

  /** Whether a host, as it stands in an address, is this machine's own. */
  public static boolean is(String host) {
    return host.equals("localhost")
        || IpAddress.read(host).filter(InetAddress::isLoopbackAddress).isPresent();
  }
}
