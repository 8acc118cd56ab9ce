package city.xueliang.console.signin;

import java.net.InetAddress;
import java.net.URI;
import java.util.Set;

/**
 * A proxy in front of this server that ends TLS.
 *
 * @param publicUrl where browsers find the page: {@code https://host[:port]}, without a path
 * @param addresses IP addresses of the proxy: requests of others are refused, and only its word on
 *     whom it speaks for is believed
 */
public record ProxySettings(URI publicUrl, Set<InetAddress> addresses) {
  public ProxySettings {
    addresses = Set.copyOf(addresses);
  }

  /**
   * Whether a request comes from the proxy.
   *
   * @param address of its sender, however it is written: {@code ::1} is {@code [0:0:0:0:0:0:0:1]}
   *     to the server
   */
  boolean isAt(String address) {
    return IpAddress.read(address).filter(addresses::contains).isPresent();
  }
}
