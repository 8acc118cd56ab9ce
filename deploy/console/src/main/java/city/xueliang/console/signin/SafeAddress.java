package city.xueliang.console.signin;

import java.net.URI;

/** Which addresses secrets may be sent to. */
public final class SafeAddress {
  private SafeAddress() {}

  /** Whether it is encrypted, or of this machine. */
  public static boolean is(URI address) {
    String host = String.valueOf(address.getHost());
    return "https".equals(address.getScheme())
        || ("http".equals(address.getScheme()) && Loopback.is(host));
  }
}
