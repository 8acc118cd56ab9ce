package city.xueliang.console.signin;

import java.net.URI;
import java.util.Set;

/**
 * A proxy in front of this server that ends TLS.
 *
 * @param publicUrl where browsers find the page: {@code https://host[:port]}, without a path
 * @param addresses IP addresses of the proxy: requests of others are refused, and only its word on
 *     whom it speaks for is believed
 */
public record ProxySettings(URI publicUrl, Set<String> addresses) {
  public ProxySettings {
    addresses = Set.copyOf(addresses);
  }
}
