package city.xueliang.console.signin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Which addresses are of this machine alone. */
public final class Loopback {
  /** What is no address would be asked of a name server. */
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[?[0-9a-fA-F:]+]?");

  private Loopback() {}

  /** Whether a host, as it stands in an address, is this machine's own. */
  public static boolean is(String host) {
    if (host.equals("localhost")) {
      return true;
    }
    try {
      return ADDRESS.matcher(host).matches() && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
